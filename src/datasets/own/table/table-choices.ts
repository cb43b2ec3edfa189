/** How a table is read: what was understood of its text, all of which a user may change. */

/** Runs of spaces and tabs count as one. */
export const DELIMITERS = [
  { value: ',', label: 'comma' },
  { value: ';', label: 'semicolon' },
  { value: '\t', label: 'tab' },
  { value: '|', label: 'vertical bar' },
  { value: 'spaces', label: 'spaces' },
] as const;
export type Delimiter = (typeof DELIMITERS)[number]['value'];

/** What stands for "not known" unless the user says otherwise; spaces around a cell do not count. */
export const USUAL_MISSING_MARKS = ['', '?', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL'] as const;

export interface TableFormat {
  readonly delimiter: Delimiter;
  readonly decimal: '.' | ',';
  readonly hasHeader: boolean;
  /** Lines before the header, or before the first row where there is none. */
  readonly skippedLines: number;
  readonly missingMarks: readonly string[];
}

/** What a column becomes. */
export const COLUMN_USES = [
  { value: 'number', label: 'a number, standardised' },
  { value: 'categories', label: 'an input for each value' },
  { value: 'leftOut', label: 'left out' },
] as const;
export type ColumnUse = (typeof COLUMN_USES)[number]['value'];

/** What the target is: classes, or values to predict. */
export type TargetTask = 'classes' | 'values';

/** What a user has said; what is absent is guessed. */
export interface TableChoices {
  readonly format?: Partial<TableFormat>;
  /** By its place, from 0. */
  readonly target?: number;
  readonly task?: TargetTask;
  /** Two classes: this value of the target, and all others. */
  readonly oneAgainstRest?: string;
  /** [column] by its place; null or absent: as proposed. */
  readonly uses?: readonly (ColumnUse | null)[];
}

/** Of a category no more than so many values become inputs. */
export const MOST_CATEGORIES = 20;
export const MOST_CLASSES = 50;
