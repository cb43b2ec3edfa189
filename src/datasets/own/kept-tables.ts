/**
 * The tables that a user brought, as long as the page lives. The page keeps those it was given, and so does every
 * worker; experiments name them by their check sums (docs/decisions/10-own-tables.md). Of some it knows no more than
 * a run says that was kept without its table.
 */
import type { Dataset } from '../dataset.ts';
import { ownTableDataset } from './own-table-dataset.ts';
import type { OwnTable } from './table/own-table.ts';
import { recipeOf } from './table/table-recipe.ts';
import type { TableRecipe } from './table/table-recipe.ts';
import { factsOf } from './table/table-words.ts';
import type { TableFacts } from './table/table-words.ts';

interface KeptTable {
  readonly table: OwnTable;
  readonly dataset: TableDataset;
}

type TableDataset = Dataset & { readonly id: OwnTable['id'] };

const tables = new Map<string, KeptTable>();
const absent = new Map<string, { readonly facts: TableFacts; readonly dataset: TableDataset }>();

/** One that is kept already takes the name of the file that it came from last. */
export function keepTable(table: OwnTable): void {
  tables.set(table.id, { table, dataset: ownTableDataset(table) });
}

export function keptTable(id: string): KeptTable | undefined {
  return tables.get(id);
}

export function keptTables(): readonly KeptTable[] {
  return [...tables.values()];
}

/** Runs on it can be shown; nothing can train on it. */
export function knowTable(facts: TableFacts): void {
  const none = { features: new Float32Array(), targets: new Float32Array() };
  const dataset = ownTableDataset({ ...facts, ...none, firstEqual: new Int32Array() });
  absent.set(facts.id, { facts, dataset });
}

/** Of one that is known, be it here or not. */
export function tableDataset(id: string): TableDataset | undefined {
  return tables.get(id)?.dataset ?? absent.get(id)?.dataset;
}

/** As links have it, without what it holds. Undefined: it is not known, or no own table. */
export function tableRecipe(id: string): TableRecipe | undefined {
  const kept = tables.get(id);
  if (kept) return recipeOf(kept.table);
  const known = absent.get(id)?.facts;
  return known && recipeOf(known);
}

/** As above. Undefined: it is not known, or no own table. */
export function tableFacts(id: string): TableFacts | undefined {
  const kept = tables.get(id);
  return kept ? factsOf(kept.table) : absent.get(id)?.facts;
}
