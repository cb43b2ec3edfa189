/** A cell in words, for hints and for readers that see no colour. */
import { countOf } from '../../../base/text/count-of.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { axisLabel, axisValueText, metricWords } from '../../../plans/sweep-words.ts';
import { ARMS_AXIS } from '../../../plans/sweep-settings.ts';
import type { ShownCell } from '../../../store/sweep/sweep-context.tsx';

interface Marks {
  readonly isBest?: boolean;
  readonly isSimplest?: boolean;
}

/** "L2: strength 0.003, Dropout: hidden rate 0.2: accuracy 88.4 % ± 0.9 %, the best" */
export function cellText(sweep: Sweep, cell: ShownCell, marks: Marks = {}): string {
  return [`${cellName(sweep, cell)}: ${stateText(sweep, cell)}`, ...markWords(marks)].join(', ');
}

/** "L2: strength 0.003, Dropout: hidden rate 0.2" */
export function cellName(sweep: Sweep, { values }: Pick<ShownCell, 'values'>): string {
  return sweep.axes
    .map(({ setting }, axis) => {
      const value = values[axis];
      return value === undefined
        ? ''
        : `${setting === ARMS_AXIS ? 'Arm' : axisLabel(setting)} ${axisValueText(sweep, setting, value)}`;
    })
    .join(', ');
}

function stateText(sweep: Sweep, cell: ShownCell): string {
  if (cell.refused !== null) return `cannot run. ${cell.refused}`;
  if (cell.failure !== null) return `failed. ${cell.failure}`;
  if (cell.diverged > 0) return `${countOf(cell.diverged, 'trainings')} diverged`;
  if (!cell.validation) return `${cell.done} of ${cell.results.length} trained`;
  return scoreText(sweep, cell);
}

/** "accuracy 88.4 % ± 0.9 %" */
export function scoreText(sweep: Sweep, { validation }: Pick<ShownCell, 'validation'>): string {
  const { name, format } = metricWords(sweep);
  if (validation?.failed !== 0) return '';
  const { mean, standardError } = validation;
  const spread = standardError === null ? '' : ` ± ${format(standardError)}`;
  return `${name} ${format(mean)}${spread}`;
}

function markWords({ isBest = false, isSimplest = false }: Marks): string[] {
  return [
    ...(isBest ? ['the best'] : []),
    ...(isSimplest ? ['the simplest within one standard error'] : []),
  ];
}
