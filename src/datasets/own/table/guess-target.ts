/** Which column is to be predicted, unless the user says otherwise. */
import type { ColumnFacts } from './column-facts.ts';
import { MOST_CLASSES } from './table-choices.ts';
import type { ColumnUse, TargetTask } from './table-choices.ts';

/** Names that say so, the clearest first. */
const TARGET_NAMES = [
  ...['target', 'class', 'label', 'outcome', 'y', 'response', 'output', 'result'],
  ...['survived', 'species', 'diagnosis', 'quality', 'churn', 'default', 'price', 'medv', 'mpg'],
];

interface TargetColumn extends ColumnFacts {
  readonly use: ColumnUse;
}

/** Its place; -1 where no column can be predicted. */
export function guessTarget(columns: readonly TargetColumn[]): number {
  const canBe = columns.map((column) => column.use !== 'leftOut' && targetTasks(column).length > 0);
  for (const wanted of TARGET_NAMES) {
    const found = columns.findIndex(
      ({ name }, column) => canBe[column] === true && plainName(name) === wanted,
    );
    if (found >= 0) return found;
  }
  return canBe.lastIndexOf(true);
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** What a column can be as a target, the likelier first. */
export function targetTasks({ type, counts, isWhole }: ColumnFacts): readonly TargetTask[] {
  if (counts.size < 2) return [];
  const canBeClasses = counts.size <= MOST_CLASSES && (type === 'text' || type === 'number');
  if (type !== 'number') return canBeClasses ? ['classes'] : [];
  if (!canBeClasses) return ['values'];
  return isWhole && counts.size <= MOST_WHOLE_CLASSES
    ? ['classes', 'values']
    : ['values', 'classes'];
}

/** Whole numbers with more different values are a quantity. */
const MOST_WHOLE_CLASSES = 10;
