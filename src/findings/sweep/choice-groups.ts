/**
 * The choices of a sweep: one, or one for each value of an axis that is a problem and not a choice (noise,
 * wrong labels, training size), since a cell with less noise is no better choice than one with more.
 */
import { capitalized } from '../../base/text/capitalized.ts';
import { chooseCell, judgeCells } from './choose-cell.ts';
import type { CellChoice, JudgedCell } from './choose-cell.ts';
import type { ConclusionMaterial } from './conclusion-material.ts';

export interface ChoiceGroup {
  /** Value of the axis that is a problem: "50"; null: all cells may be chosen from. */
  readonly given: string | null;
  /** Cells with all their scores. */
  readonly cells: readonly JudgedCell[];
  readonly choice: CellChoice;
}

/** Groups of which no cell has all its scores are left out. */
export function groupChoices(material: ConclusionMaterial): ChoiceGroup[] {
  const { axes, metric } = material;
  const problems = [...axes.keys()].filter((axis) => axes[axis]?.isProblem);
  const byGiven = new Map<string, ConclusionMaterial['cells'][number][]>();
  for (const cell of material.cells) {
    const given = problems.map((axis) => `${axis}:${cell.place[axis] ?? ''}`).join();
    byGiven.set(given, [...(byGiven.get(given) ?? []), cell]);
  }
  // A problem has no simpler end, and its edges are no reason to widen.
  const judgedAxes = axes.map(({ values, simpler, isProblem, off }) =>
    isProblem
      ? ({ count: 1, simpler: 'neither' } as const)
      : { count: values.length, simpler, off },
  );
  return [...byGiven.values()].flatMap((members): ChoiceGroup[] => {
    const scored = members.flatMap(({ place, scores }) => (scores ? [{ place, scores }] : []));
    const cells = judgeCells(scored).filter(
      ({ summary }) => summary.failed === 0 && summary.trainings > 0,
    );
    const choice = chooseCell(cells, judgedAxes, metric.better);
    if (!choice) return [];
    const given = problems.map((axis) => axes[axis]?.values[choice.best.place[axis] ?? -1] ?? '?');
    return [{ given: given.length === 0 ? null : given.join(', '), cells, choice }];
  });
}

/** Nothing is chosen where every axis is a problem: each cell is a group of its own. */
export function isChosen({ axes }: Pick<ConclusionMaterial, 'axes'>): boolean {
  return axes.some(({ isProblem }) => !isProblem);
}

/** Name of what is given; '' where nothing is. */
export function givenLabel({ axes }: Pick<ConclusionMaterial, 'axes'>): string {
  return axes.find(({ isProblem }) => isProblem)?.label ?? '';
}

/** "Training examples 50: …; 400: …." Of one group without a given just its text. */
export function forEachGiven(
  material: Pick<ConclusionMaterial, 'axes'>,
  parts: readonly { readonly given: string | null; readonly text: string }[],
): string {
  const texts = parts.map(({ given, text }) => (given === null ? text : `${given}: ${text}`));
  const label = parts.some(({ given }) => given !== null) ? givenLabel(material) : '';
  return `${label === '' ? '' : `${capitalized(label)} `}${texts.join('; ')}.`;
}
