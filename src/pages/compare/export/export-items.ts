/** The Export menu of Compare, in order. A new kind of file is a line here. */
import { codeItems } from './code-items.ts';
import type { ExportItem } from './export-item.ts';
import { RUN_ITEMS } from './run-items.ts';
import { weightsItem } from './weights-item.ts';

export const EXPORT_ITEMS: readonly ExportItem[] = [
  ...RUN_ITEMS,
  weightsItem(null),
  ...codeItems(null),
];
