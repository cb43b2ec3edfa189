/**
 * The choices of a sweep: one, or one for each value of an axis that is a problem and not a choice (noise,
 * wrong labels, training size), since a cell with less noise is no better choice than one with more.
 */
import { chooseCell, judgeCells } from './choose-cell.ts';
import type { CellChoice, JudgedCell } from './choose-cell.ts';
import type { ConclusionMaterial } from './conclusion-material.ts';

export interface ChoiceGroup {
  /** "training examples 50"; null: all cells may be chosen from. */
  readonly given: string | null;
  /** Cells with all their scores. */
  readonly cells: readonly JudgedCell[];
  readonly choice: CellChoice;
}

export interface Choices {
  readonly groups: readonly ChoiceGroup[];
  /** The intervals of differences share their 5 % among so many comparisons with a best cell. */
  readonly comparisons: number;
}

/** Groups of which no cell has all its scores are left out. */
export function groupChoices(material: ConclusionMaterial): Choices {
  const { axes, metric } = material;
  const problems = [...axes.keys()].filter((axis) => axes[axis]?.isProblem);
  const byGiven = new Map<string, ConclusionMaterial['cells'][number][]>();
  for (const cell of material.cells) {
    const given = problems.map((axis) => `${axis}:${cell.place[axis] ?? ''}`).join();
    byGiven.set(given, [...(byGiven.get(given) ?? []), cell]);
  }
  // A problem has no simpler end, and its edges are no reason to widen.
  const judgedAxes = axes.map(({ values, simpler, isProblem }) =>
    isProblem ? ({ count: 1, simpler: 'neither' } as const) : { count: values.length, simpler },
  );
  const groups = [...byGiven.values()].flatMap((members): ChoiceGroup[] => {
    const scored = members.flatMap(({ place, scores }) => (scores ? [{ place, scores }] : []));
    const cells = judgeCells(scored).filter(
      ({ summary }) => summary.failed === 0 && summary.trainings > 0,
    );
    const choice = chooseCell(cells, judgedAxes, metric.better);
    if (!choice) return [];
    const given = problems.map((axis) => valueName(axes[axis], choice.best.place[axis]));
    return [{ given: given.length === 0 ? null : given.join(', '), cells, choice }];
  });
  return { groups, comparisons: groups.reduce((sum, { cells }) => sum + cells.length - 1, 0) };
}

function valueName(axis: ConclusionMaterial['axes'][number] | undefined, place = -1): string {
  return axis ? `${axis.label} ${axis.values[place] ?? '?'}` : '';
}

/** Nothing is chosen where every axis is a problem: each cell is a group of its own. */
export function isChosen({ axes }: Pick<ConclusionMaterial, 'axes'>): boolean {
  return axes.some(({ isProblem }) => !isProblem);
}
