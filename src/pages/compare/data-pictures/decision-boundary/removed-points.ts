/** The drawn points that the settings remove, beside those that the run on screen trains without. */
import { useMemo } from 'react';
import { MOST_REMOVED_POINTS } from '../../../../experiment/check-removed-points.ts';
import { removedFromTraining } from '../../../../experiment/removed-from-training.ts';
import { shownExperiment } from '../../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';

/** By their numbers, from 0. */
export interface RemovedPoints {
  /** Those that the settings remove. */
  readonly set: ReadonlySet<number>;
  /** Those that the run on screen trains without. */
  readonly trained: ReadonlySet<number>;
  /** Those of the settings that training misses; the others lie beyond its examples. */
  readonly missed: readonly number[];
  /** Null: there can be no more. */
  readonly remove: ((row: number) => void) | null;
  readonly putBack: (row: number) => void;
  readonly putAllBack: () => void;
}

const NONE: readonly number[] = [];

export function useRemovedPoints(): RemovedPoints {
  const experiment = usePlayground((state) => state.experiment);
  const run = usePlayground(shownExperiment);
  const change = usePlayground((state) => state.changeRemovedPoints);
  return useMemo(() => {
    // Where other data are set, only the points of the run on screen are shown.
    const shown = experiment.data.dataset === run.data.dataset ? experiment : run;
    const set = shown.data.removedPoints ?? NONE;
    const trained = run.data.removedPoints ?? NONE;
    return {
      missed: removedFromTraining(shown),
      ...{ set: new Set(set), trained: new Set(trained) },
      remove: set.length < MOST_REMOVED_POINTS ? (row) => change([...set, row]) : null,
      putBack: (row) => change(set.filter((one) => one !== row)),
      putAllBack: () => change([]),
    };
  }, [experiment, run, change]);
}
