/** What a user should know of a table before networks learn from it, and what keeps them from it. */
import { countOf } from '../../../base/text/count-of.ts';
import { withCommas } from '../../../base/text/with-commas.ts';
import { columnsThatGiveAway } from './given-away.ts';
import { inputCount } from './table-inputs.ts';
import { shortened } from './propose-use.ts';
import type { Grid } from './read-grid.ts';
import { countRepeats, firstEqualRows } from './repeated-rows.ts';
import { startSizes } from './start-sizes.ts';
import { MOST_CLASSES } from './table-choices.ts';
import type { TableChoices } from './table-choices.ts';
import { TABLE_LIMITS } from './table-limits.ts';
import type { PlannedTarget, TablePlan } from './table-plan.ts';

export interface TableConcerns {
  /** Why it cannot be used; null: it can. */
  readonly refusal: string | null;
  readonly warnings: readonly string[];
}

const FEWEST_ROWS = 10;
const FEW_ROWS = 200;
const FEW_OF_A_CLASS = 10;

export function tableConcerns(grid: Grid, plan: TablePlan, choices: TableChoices): TableConcerns {
  const refusal = refusalOf(grid, plan, choices);
  const { target } = plan;
  const warnings = [
    ...badRowsText(grid),
    ...(target ? [...classTexts(target), ...givenAwayTexts(grid, plan)] : []),
    ...markTexts(plan),
    ...repeatsText(grid),
    ...(target && refusal === null ? fewRowsText(plan, target) : []),
  ];
  return { refusal, warnings };
}

/** Rows that have a target. */
function usableRows({ columns, target }: TablePlan): number {
  const facts = target && columns[target.column];
  return facts ? facts.rows - facts.missing : 0;
}

function refusalOf(grid: Grid, plan: TablePlan, choices: TableChoices): string | null {
  if (grid.rows.length === 0) return 'There is nothing to learn from: the table has no rows.';
  if (grid.names.length < 2)
    return 'There is nothing to learn from: the table has one column. Is the delimiter right?';
  const { columns, target } = plan;
  if (!target) {
    const chosen = columns[choices.target ?? -1];
    if (!chosen) return 'There is nothing to learn from: no column can be predicted.';
    return chosen.counts.size > MOST_CLASSES
      ? `“${chosen.name}” has ${withCommas(chosen.counts.size)} different values; at most ${MOST_CLASSES} classes can be predicted. Is this an id?`
      : `“${chosen.name}” cannot be predicted: ${chosen.type === 'date' ? 'it is a date' : 'all of its values are equal or missing'}.`;
  }
  const inputs = inputCount(plan);
  const { name } = columns[target.column] ?? { name: '' };
  if (inputs === 0)
    return `There is nothing to learn from: besides “${name}” no column becomes an input.`;
  const rows = usableRows(plan);
  if (rows < FEWEST_ROWS)
    return `There is too little to learn from: ${countOf(rows, 'rows')}; ${FEWEST_ROWS} are the fewest.`;
  if (rows * inputs > TABLE_LIMITS.values)
    return `${countOf(rows, 'rows')} of ${countOf(inputs, 'inputs')} are too many: at most ${withCommas(TABLE_LIMITS.values)} values are used. Leave columns out.`;
  return null;
}

function badRowsText({ badRows, badRowCount }: Grid): string[] {
  if (badRowCount === 0) return [];
  const shown = badRows.slice(0, 3).map(({ reason }) => reason);
  const more = badRowCount - shown.length;
  return [
    `${countOf(badRowCount, 'rows')} could not be read and ${badRowCount === 1 ? 'is' : 'are'} left out. ${shown.join(' ')}${more > 0 ? ` And ${withCommas(more)} more.` : ''}`,
  ];
}

function classTexts({ classes }: PlannedTarget): string[] {
  const single = classes.filter(({ rows }) => rows === 1);
  const few = classes.filter(({ rows }) => rows > 1 && rows < FEW_OF_A_CLASS);
  return [
    ...(single.length > 0
      ? [
          `${listed(single)} ${single.length === 1 ? 'is a class' : 'are classes'} with one row: it can train or be judged, never both.`,
        ]
      : []),
    ...(few.length > 0
      ? [
          `${few.length} of the ${classes.length} classes ${few.length === 1 ? 'has' : 'have'} fewer than ${FEW_OF_A_CLASS} rows: ${listed(few)}. Little can be learnt of ${few.length === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ];
}

function listed(classes: PlannedTarget['classes']): string {
  const shown = classes.slice(0, 6).map(({ name }) => `“${shortened(name)}”`);
  const more = classes.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function givenAwayTexts(grid: Grid, plan: TablePlan): string[] {
  const targetName = plan.columns[plan.target?.column ?? -1]?.name ?? '';
  return columnsThatGiveAway(grid, plan).map(({ column, by, amount }) => {
    const facts = plan.columns[column];
    const name = `“${facts?.name ?? ''}”`;
    const percent = Math.floor(amount * 100);
    const what =
      by === 'purity'
        ? `${name} alone tells “${targetName}” in ${percent} % of the rows`
        : `${name} and “${targetName}” have a correlation of ${amount.toFixed(3)}`;
    const isOut = facts?.use === 'leftOut';
    return `${what}: this may be the answer under another name. ${isOut ? 'It is left out.' : 'Leave it out if it would not be known beforehand.'}`;
  });
}

/** Numbers that often stand for a missing value. */
function markTexts({ columns }: TablePlan): string[] {
  return ['-999', '-9999', '-99'].flatMap((mark) => {
    const found = columns.filter(({ type, counts }) => type === 'number' && counts.has(mark));
    const negative = found.filter(({ counts }) =>
      [...counts.keys()].every((value) => value === mark || !value.startsWith('-')),
    );
    if (negative.length === 0) return [];
    const names = negative.slice(0, 3).map(({ name }) => `“${name}”`);
    return [
      `${mark.replace('-', '−')} stands in ${names.join(', ')}, where all else is positive. If it means “missing”, add it to the missing marks.`,
    ];
  });
}

function repeatsText({ rows }: Grid): string[] {
  const repeats = countRepeats(firstEqualRows(rows));
  if (repeats === 0) return [];
  return [
    `${countOf(repeats, 'rows')} ${repeats === 1 ? 'repeats' : 'repeat'} an earlier one. Equal rows stay together: all train, all validate or all test.`,
  ];
}

function fewRowsText(plan: TablePlan, { task }: PlannedTarget): string[] {
  const rows = usableRows(plan);
  if (rows >= FEW_ROWS) return [];
  const { validationExamples } = startSizes(rows);
  // Twice the standard error of a share near one half.
  const points = Math.round(100 / Math.sqrt(validationExamples));
  const doubt =
    task === 'classes'
      ? `an accuracy from ${countOf(validationExamples, 'validation rows')} is uncertain by up to ${points} percentage points either way`
      : `a figure from ${countOf(validationExamples, 'validation rows')} may be far from that of new rows`;
  return [`${countOf(rows, 'rows')} are few: ${doubt}. Repeats help.`];
}
