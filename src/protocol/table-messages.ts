/** Messages about tables that users bring: between the page and the worker that reads them, and to those that train. */
import type { OwnTable } from '../datasets/own/table/own-table.ts';
import type { TablePreview } from '../datasets/own/table/read-table.ts';
import type { TableChoices } from '../datasets/own/table/table-choices.ts';

/** To a worker that trains, once, before the first order that names the table. */
export interface KeepTableRequest {
  readonly type: 'keepTable';
  readonly table: OwnTable;
}

export type TableRequest =
  /** What is asked from now on is asked of this file. */
  | { readonly type: 'openTable'; readonly bytes: Uint8Array; readonly fileName: string }
  /** What it comes to with these choices. */
  | { readonly type: 'readTable'; readonly readId: number; readonly choices: TableChoices }
  | { readonly type: 'buildTable'; readonly readId: number; readonly choices: TableChoices };

export type TableEvent =
  | { readonly type: 'tableProgressed'; readonly readId: number; readonly share: number }
  | { readonly type: 'tableRead'; readonly readId: number; readonly preview: TablePreview }
  | { readonly type: 'tableBuilt'; readonly readId: number; readonly table: OwnTable }
  | { readonly type: 'tableFailed'; readonly readId: number; readonly message: string };
