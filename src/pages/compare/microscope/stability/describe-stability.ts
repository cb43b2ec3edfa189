/** How much an arm's repeats disagree, in sentences. */
import { mean } from '../../../../base/statistics/summary.ts';
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { DisputedExample, StabilityView } from '../../../../protocol/views.ts';
import { count, NONE, percent } from '../../../../base/text/figure-text.ts';
import { className } from '../shared/class-name.ts';

interface Stability {
  /** Mean over the pairs of repeats. */
  readonly share: number;
  readonly lowest: number;
  readonly highest: number;
  /** Of a pair, on average. */
  readonly rows: number;
}

/** Null where no two repeats can be compared. */
function stabilityOf({ pairs }: StabilityView): Stability | null {
  if (pairs.length === 0) return null;
  const shares = pairs.map(({ share }) => share);
  return {
    share: mean(shares),
    lowest: Math.min(...shares),
    highest: Math.max(...shares),
    rows: mean(pairs.map(({ rows }) => rows)),
  };
}

/** `examples`: "images". */
export function describeStability(view: StabilityView, examples: string): string {
  const stability = stabilityOf(view);
  if (!stability) return '';
  const { share, lowest, highest } = stability;
  const { length } = view.pairs;
  const on = `${percent(share)} of the ${examples}`;
  if (length === 1) return `Its two repeats disagree on ${on}.`;
  return `Two of its ${view.repeats} repeats disagree on ${on}, on average over ${length} pairs (${percent(lowest)} to ${percent(highest)}).`;
}

/** What the share was measured on. */
export function describeRows(view: StabilityView, examples: string, redrawsData: boolean): string {
  const rows = `Measured on ${count(view.rows)} validation ${examples} of the first repeat.`;
  const perPair = stabilityOf(view)?.rows ?? NaN;
  const left =
    perPair < view.rows
      ? `Where a repeat was trained on one of them (${NONE}) it is not asked: a pair has ${count(perPair)} left.`
      : '';
  const data = redrawsData
    ? 'Each repeat was trained on other examples.'
    : 'All repeats were trained on the same examples.';
  return [rows, left, data].filter(Boolean).join(' ');
}

/** What each repeat says, in their order: "8, 3, –". */
export function answersText(
  dataset: Pick<Dataset, 'classNames'>,
  { answers }: Pick<DisputedExample, 'answers'>,
): string {
  // No line ends within a name: neither at a space nor after a hyphen.
  const name = (answer: number) =>
    className(dataset, answer).replaceAll(' ', '\u00a0').replaceAll('-', '-\u2060');
  return answers.map((answer) => (answer === null ? NONE : name(answer))).join(', ');
}
