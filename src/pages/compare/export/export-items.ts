/** The Export menu of Compare, in order. A new kind of file is a line here. */
import { CODE_ITEMS } from './code-items.ts';
import type { ExportItem } from './export-item.ts';

export const EXPORT_ITEMS: readonly ExportItem[] = [...CODE_ITEMS];
