/** The Sweep page's store for React components, and what its results come to. */
import { useMemo } from 'react';
import { chooseCell, judgeCells } from '../../findings/sweep/choose-cell.ts';
import type { CellChoice } from '../../findings/sweep/choose-cell.ts';
import { summariseScores } from '../../findings/sweep/score-summary.ts';
import type { ScoreSummary } from '../../findings/sweep/score-summary.ts';
import { betterOf, judgedAxes } from '../../plans/sweep.ts';
import type { SummarisedCell, Sweep } from '../../plans/sweep.ts';
import { findSweepSetting } from '../../plans/sweep-settings.ts';
import { usePlanResults } from '../plan-run/use-plan-results.ts';
import type { SweepState } from './sweep-store.ts';
import { storeContext } from '../store-context.tsx';

export const {
  Provider: SweepProvider,
  useSelected: useSweep,
  useWhole: useSweepStore,
} = storeContext<SweepState>('SweepProvider');

/** A cell with what the page says of it. */
export interface ShownCell extends SummarisedCell {
  /** "3,0" */
  readonly id: string;
  /** On the validation rows and on the training rows; null: not every training is done. */
  readonly validation: ScoreSummary | null;
  readonly training: ScoreSummary | null;
  /** Why it cannot run; null: it can. */
  readonly refused: string | null;
  /** Why trainings of it failed; null: none did. */
  readonly failure: string | null;
  /** Trainings that diverged. */
  readonly diverged: number;
}

export interface SweepOutcome {
  readonly sweep: Sweep;
  readonly cells: readonly ShownCell[];
  /** Among cells of which every training is done; null: there are none, or an axis is a problem. */
  readonly choice: CellChoice | null;
  readonly all: number;
}

export function useSweepOutcome(): SweepOutcome {
  const prepared = useSweep((state) => state.prepared);
  const failures = useSweep((state) => state.failures);
  const done = usePlanResults({
    prepared,
    results: useSweep((state) => state.results),
    version: useSweep((state) => state.version),
  });
  return useMemo(() => {
    const { sweep, plan, lanes, refused } = prepared;
    const summary = plan.summarise(done);
    const failureOf = new Map(
      lanes.flatMap(({ key, resultKey }) => {
        const failure = failures.get(resultKey);
        return failure === undefined ? [] : [[key.slice(0, key.indexOf('/')), failure] as const];
      }),
    );
    const cells = summary.cells.map((cell): ShownCell => {
      const id = cell.place.join(',');
      return {
        ...cell,
        id,
        validation: cell.scores && summariseScores(cell.scores),
        training: cell.trainingScores && summariseScores(cell.trainingScores),
        refused: refused.get(id) ?? null,
        failure: failureOf.get(id) ?? null,
        diverged: cell.results.filter((result) => result?.end.kind === 'diverged').length,
      };
    });
    const whole = cells.flatMap(({ place, scores }) => (scores ? [{ place, scores }] : []));
    const choice = sweep.axes.some(({ setting }) => findSweepSetting(setting)?.isProblem === true)
      ? null
      : chooseCell(judgeCells(whole), judgedAxes(sweep), betterOf(sweep.judging));
    return { sweep, cells, choice, all: lanes.length };
  }, [prepared, done, failures]);
}
