/**
 * The tables that a user brought, as long as the page lives. The page keeps those it was given, and so does every
 * worker; experiments name them by their check sums (docs/decisions/10-own-tables.md).
 */
import type { Dataset } from '../dataset.ts';
import { ownTableDataset } from './own-table-dataset.ts';
import type { OwnTable } from './table/own-table.ts';
import { recipeOf } from './table/table-recipe.ts';
import type { TableRecipe } from './table/table-recipe.ts';

interface KeptTable {
  readonly table: OwnTable;
  readonly dataset: Dataset & { readonly id: OwnTable['id'] };
}

const tables = new Map<string, KeptTable>();

/** One that is kept already takes the name of the file that it came from last. */
export function keepTable(table: OwnTable): void {
  tables.set(table.id, { table, dataset: ownTableDataset(table) });
}

export function keptTable(id: string): KeptTable | undefined {
  return tables.get(id);
}

/** How a kept table was made of its file; undefined: it is not here, or no own table. */
export function keptRecipe(id: string): TableRecipe | undefined {
  const kept = tables.get(id);
  return kept && recipeOf(kept.table);
}

export function keptTables(): readonly KeptTable[] {
  return [...tables.values()];
}
