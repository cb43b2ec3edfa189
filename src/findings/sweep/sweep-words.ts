/** How cells, figures and their errors are written in the conclusions of a sweep. */
import { countOf } from '../../base/text/count-of.ts';
import { standardDeviation } from '../../base/statistics/summary.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { behindPoint } from '../metric.ts';
import type { MetricWording } from '../metric.ts';
import type { JudgedCell } from './choose-cell.ts';
import type { ConclusionMaterial, SweepJudgement } from './conclusion-material.ts';

/** Of more cells than these only the first are named. */
const MOST_NAMES = 4;

/** "L2 0.01 with dropout rate 0.2"; without the axes that are problems where only what is chosen is meant. */
export function cellName(
  { axes }: Pick<ConclusionMaterial, 'axes'>,
  place: readonly number[],
  which: 'all' | 'choices' = 'all',
): string {
  return axes
    .flatMap(({ label, values, isProblem }, axis) =>
      which === 'choices' && isProblem ? [] : [`${label} ${values[place[axis] ?? -1] ?? '?'}`],
    )
    .join(' with ');
}

/** "L2 0.1, L2 0.3 and 7 more" */
export function listWords(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return joinWords(names);
  return `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
}

/** "90.0 ± 1.4 %", "0.0723 ± 0.0009", "92.0 %" */
export function withError(metric: MetricWording, value: number, error: number | null): string {
  const figure = metric.value(value);
  return `${figure}${error === null ? '' : ` ± ${errorText(metric, figure, error)}`}${metric.unit}`;
}

/** An error with as many digits as its figure has; one that would then read as 0 gets two digits of its own. */
function errorText({ scale }: MetricWording, figure: string, error: number): string {
  const size = error * scale;
  const plain = size.toFixed(figure.includes('e') ? 6 : behindPoint(figure));
  return Number(plain) === 0 && size > 0 ? size.toPrecision(2) : plain;
}

/** An accuracy: a count of rows, written in hundredths. */
export function isShare({ scale }: MetricWording): boolean {
  return scale === 100;
}

/** What follows ±: the standard error over folds, or, with one split, the standard deviation over its seeds. */
export function errorOf({ summary, scores }: JudgedCell): number | null {
  if (summary.standardError !== null) return summary.standardError;
  return summary.trainings > 1 ? standardDeviation(scores.flat()) : null;
}

/** "mean and standard error over 5 folds, 3 seeds of each averaged first" */
export function methodText({ foldCount, seeds, seedsRedrawRows }: SweepJudgement): string {
  if (foldCount !== null) {
    const averaged = seeds > 1 ? `, ${seeds} seeds of each averaged first` : '';
    return `mean and standard error over ${foldCount} folds${averaged}`;
  }
  if (seeds === 1) return 'one training on one split';
  const split = seedsRedrawRows ? 'each with a split of its own' : 'on one split';
  return `mean and standard deviation over ${countOf(seeds, 'seeds')}, ${split}`;
}

/** "higher" of an accuracy, "lower" of a loss. */
export function betterWord({ better }: MetricWording): string {
  return better === 'highest' ? 'higher' : 'lower';
}
export function worseWord({ better }: MetricWording): string {
  return better === 'highest' ? 'lower' : 'higher';
}
