import type { TablePreview } from '../../../../datasets/own/table/read-table.ts';
import type { TableChoices } from '../../../../datasets/own/table/table-choices.ts';

/** What each part of the sheet shows, and may change. */
export interface ChoiceProps {
  readonly preview: TablePreview;
  readonly choices: TableChoices;
  readonly onChoose: (choices: TableChoices) => void;
}
