/** The user's own points as they are set, beside those that the run on screen trains on. */
import { useMemo } from 'react';
import type { OwnPoint } from '../../../../datasets/own/own-points.ts';
import { shownExperiment } from '../../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { sameValue } from '../../../../base/same-value.ts';

export interface OwnPoints {
  /** The data of the run on screen are those that are set: points can be added and removed. */
  readonly isEditable: boolean;
  /** As they are set. */
  readonly set: readonly OwnPoint[];
  /** Of the run on screen, the last ones of its training rows. */
  readonly trained: readonly OwnPoint[];
  /** Trained on, and still set. */
  readonly staying: readonly OwnPoint[];
  /** Set since the run was prepared: trained on after a reset. */
  readonly waiting: readonly OwnPoint[];
  /** Trained on, and removed since. */
  readonly leaving: readonly OwnPoint[];
}

const NONE: readonly OwnPoint[] = [];

export function useOwnPoints(): OwnPoints {
  const data = usePlayground((state) => state.experiment.data);
  const runData = usePlayground((state) => shownExperiment(state).data);
  return useMemo(() => {
    const isEditable = data.dataset === runData.dataset;
    const trained = runData.ownPoints ?? NONE;
    // Where other data are set, only the points of the run on screen are shown.
    const set = isEditable ? (data.ownPoints ?? NONE) : trained;
    const leaving = without(trained, set);
    return {
      ...{ isEditable, set, trained, leaving },
      staying: without(trained, leaving),
      waiting: without(set, trained),
    };
  }, [data, runData]);
}

/** The points that are not among the others; two equal points count as two. */
function without(points: readonly OwnPoint[], others: readonly OwnPoint[]): readonly OwnPoint[] {
  const left = [...others];
  return points.filter((point) => {
    const twin = left.findIndex((other) => sameValue(other, point));
    if (twin >= 0) left.splice(twin, 1);
    return twin < 0;
  });
}
