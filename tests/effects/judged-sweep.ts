/** A sweep that is done, judged by the page's own rules. Accuracies and their differences are in per cent and points. */
import { leadOver } from '../../src/findings/sweep/against-best.ts';
import { groupChoices } from '../../src/findings/sweep/choice-groups.ts';
import type { ChoiceGroup } from '../../src/findings/sweep/choice-groups.ts';
import type { JudgedCell } from '../../src/findings/sweep/choose-cell.ts';
import type { ConclusionMaterial } from '../../src/findings/sweep/conclusion-material.ts';
import { summariseScores } from '../../src/findings/sweep/score-summary.ts';
import type { LaneResult } from '../../src/figures/lane-result.ts';
import { conclusionMaterialOf } from '../../src/pages/sweep/results/conclusion-material-of.ts';
import type { SummarisedCell, Sweep, SweepSummary } from '../../src/plans/sweep.ts';
import type { AxisValue } from '../../src/plans/sweep-settings.ts';

export interface JudgedSweep {
  /** Mean score of the cell with these values, one an axis. */
  readonly score: (...values: AxisValue[]) => number;
  readonly results: (...values: AxisValue[]) => readonly LaneResult[];
  /** The best cell; where an axis is a problem, of this value of it. */
  readonly best: (given?: AxisValue) => ChosenCell;
  /** The simplest cell within one standard error of the best. */
  readonly simplest: () => ChosenCell;
  /** The interval of how much better a cell is than another, as the page says of a best cell; NaN without one. */
  readonly lead: (
    values: readonly AxisValue[],
    over: readonly AxisValue[],
  ) => { readonly low: number; readonly high: number };
  /** Cells besides the best that cannot be told from it, in per cent of them. */
  readonly notToldApart: () => number;
}

export interface ChosenCell {
  readonly values: readonly AxisValue[];
  readonly score: number;
}

export function judgeSweep(sweep: Sweep, { cells, trainings }: SweepSummary): JudgedSweep {
  const material = materialOf(sweep, cells, trainings.all);
  const groups = groupChoices(material);
  const scale = sweep.judging.metric === 'accuracy' ? 100 : 1;
  const cellOf = (values: readonly AxisValue[]) =>
    found(cells.find((cell) => cell.values.join() === values.join()));
  const judged = (values: readonly AxisValue[]) => {
    const place = cellOf(values).place.join();
    return found(
      groups.flatMap((group) => group.cells).find((cell) => cell.place.join() === place),
    );
  };
  const chosen = ({ place, summary }: JudgedCell): ChosenCell => ({
    values: place.map((at, axis) => found(sweep.axes[axis]?.values[at])),
    score: scale * summary.mean,
  });
  const [all] = groups;
  return {
    score: (...values) => scale * summariseScores(found(cellOf(values).scores)).mean,
    results: (...values) => cellOf(values).results.map(found),
    best: (given) => chosen(found(groupOf(groups, given)).choice.best),
    simplest: () => chosen(found(found(all).choice.simplest)),
    lead: (values, over) => {
      const group = found(groups.find((one) => one.cells.includes(judged(values))));
      const choice = { ...group.choice, best: judged(values) };
      const { difference } = leadOver(material, { ...group, choice }, judged(over));
      return { low: scale * (difference?.low ?? NaN), high: scale * (difference?.high ?? NaN) };
    },
    notToldApart: () => {
      const group = found(all);
      const others = group.cells.filter((cell) => cell !== group.choice.best);
      const unclear = others.filter((cell) => !leadOver(material, group, cell).isClear);
      return (100 * unclear.length) / others.length;
    },
  };
}

function groupOf(groups: readonly ChoiceGroup[], given: AxisValue | undefined) {
  return given === undefined ? groups[0] : groups.find((one) => one.given === String(given));
}

/** As the page has it when every training is done. */
function materialOf(
  sweep: Sweep,
  cells: readonly SummarisedCell[],
  all: number,
): ConclusionMaterial {
  const shown = cells.map((cell) => ({
    ...cell,
    id: cell.place.join(),
    validation: cell.scores && summariseScores(cell.scores),
    training: cell.trainingScores && summariseScores(cell.trainingScores),
    ...{ refused: null, failure: null },
    diverged: cell.results.filter((result) => result?.end.kind === 'diverged').length,
  }));
  return conclusionMaterialOf({ sweep, cells: shown, choice: null, all }, undefined);
}

function found<Item>(item: Item | null | undefined): Item {
  if (item === null || item === undefined) throw new Error('The sweep has no such cell.');
  return item;
}
