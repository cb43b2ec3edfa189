/** What is made of a table: its target, and what every column becomes. */
import { withCommas } from '../../../base/text/with-commas.ts';
import { columnFacts } from './column-facts.ts';
import type { ColumnFacts } from './column-facts.ts';
import { guessTarget, targetTasks } from './guess-target.ts';
import { chosenUse, possibleUses, proposeUse } from './propose-use.ts';
import type { Grid } from './read-grid.ts';
import { readNumber } from './read-number.ts';
import type { ColumnUse, TableChoices, TargetTask } from './table-choices.ts';

export interface PlannedColumn extends ColumnFacts {
  readonly use: ColumnUse | 'target';
  readonly reason: string;
  readonly possibleUses: readonly ColumnUse[];
  /** What it could be as a target. */
  readonly possibleTasks: readonly TargetTask[];
}

export interface PlannedTarget {
  readonly column: number;
  readonly task: TargetTask;
  /** In their order, with their numbers of rows; of values none. */
  readonly classes: readonly { readonly name: string; readonly rows: number }[];
  readonly oneAgainstRest: string | null;
}

export interface TablePlan {
  readonly columns: readonly PlannedColumn[];
  /** Null: no column can be one. */
  readonly target: PlannedTarget | null;
}

export function planTable(
  grid: Grid,
  choices: TableChoices = {},
  onProgress: (share: number) => void = () => undefined,
): TablePlan {
  const facts = factsOf(grid, onProgress);
  const used = facts.map((one, column) => {
    const possible = possibleUses(one);
    const given = choices.uses?.[column];
    const use = given && possible.includes(given) ? chosenUse(one, given) : proposeUse(one);
    return { ...one, ...use, possibleUses: possible, possibleTasks: targetTasks(one) };
  });
  const target = planTarget(used, grid, choices);
  const columns = used.map((one, column) =>
    column === target?.column
      ? { ...one, use: 'target' as const, reason: targetReason(one, target) }
      : one,
  );
  return { columns, target };
}

/** They hang on no choice but the format, which is the grid's: every choice after the first finds them here. */
const knownFacts = new WeakMap<Grid, readonly ColumnFacts[]>();

function factsOf(grid: Grid, onProgress: (share: number) => void): readonly ColumnFacts[] {
  const known = knownFacts.get(grid);
  if (known) return known;
  const facts = grid.names.map((_, column) => {
    onProgress(column / grid.names.length);
    return columnFacts(grid, column);
  });
  knownFacts.set(grid, facts);
  return facts;
}

function planTarget(
  columns: readonly (ColumnFacts & { readonly use: ColumnUse })[],
  { format }: Grid,
  choices: TableChoices,
): PlannedTarget | null {
  const column = choices.target ?? guessTarget(columns);
  const facts = columns[column];
  const tasks = facts ? targetTasks(facts) : [];
  const task = choices.task && tasks.includes(choices.task) ? choices.task : tasks[0];
  if (!facts || !task) return null;
  if (task === 'values') return { column, task, classes: [], oneAgainstRest: null };
  const isNumber = facts.type === 'number';
  const classes = [...facts.counts]
    .map(([name, rows]) => ({ name, rows, number: readNumber(name, format.decimal) }))
    .sort((a, b) => (isNumber ? a.number - b.number : a.name < b.name ? -1 : 1))
    .map(({ name, rows }) => ({ name, rows }));
  const one = classes.find(({ name }) => name === choices.oneAgainstRest);
  if (!one || classes.length < 3) return { column, task, classes, oneAgainstRest: null };
  const known = facts.rows - facts.missing;
  const rest = { name: `not ${one.name}`, rows: known - one.rows };
  return { column, task, classes: [one, rest], oneAgainstRest: one.name };
}

function targetReason({ missing }: ColumnFacts, { task, classes }: PlannedTarget): string {
  const what =
    task === 'values'
      ? 'The value to predict, standardised.'
      : `The class to predict, one of ${classes.length}.`;
  if (missing === 0) return what;
  return `${what} The ${missing === 1 ? 'row' : `${withCommas(missing)} rows`} without it ${missing === 1 ? 'is' : 'are'} left out.`;
}
