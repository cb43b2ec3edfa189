/** What a link shares: the settings of a page. And those of a link, checked as any that come from outside. */
import { keptTable, tableRecipe } from '../datasets/own/kept-tables.ts';
import { readTableRecipe } from '../datasets/own/table/table-recipe.ts';
import type { TableRecipe } from '../datasets/own/table/table-recipe.ts';
import { experimentProblems } from '../experiment/experiment-problems.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { BiasVarianceForm } from '../plans/bias-variance-form.ts';
import { readBiasVarianceForm } from '../plans/read-bias-variance-form.ts';
import { readSweepForm } from '../plans/read-sweep-form.ts';
import type { SweepForm } from '../plans/sweep-form.ts';
import { COMPARE_BASE, FORM_BASE } from './link-bases.ts';
import { differenceFrom, withDifference } from './difference.ts';
import { addressOf, readAddress } from './link-address.ts';
import type { LinkedPage } from './link-address.ts';

export type SharedState =
  | { readonly page: 'compare'; readonly experiment: Experiment }
  | { readonly page: 'sweep'; readonly form: SweepForm }
  | { readonly page: 'bias-variance'; readonly form: BiasVarianceForm };

export interface MadeLink {
  /** From "#" on. */
  readonly address: string;
  /** What is not in it, in sentences. */
  readonly leftOut: readonly string[];
}

/** Longer ones are cut by messengers and make codes that no camera reads. */
export const LONGEST_LINK = 2_000;
const MOST_OWN_POINTS = 100;

export async function linkOf(state: SharedState): Promise<MadeLink> {
  const table = tableOf(state);
  const leftTable = table
    ? [
        `Your table “${table.fileName}” is not in it: whoever opens the link is asked for the file, and all else is set.`,
      ]
    : [];
  const packed = (value: unknown) =>
    addressOf(state.page, table ? { ...(value as object), [TABLE]: table } : value);
  if (state.page !== 'compare')
    return { address: await packed(differenceFrom(FORM_BASE, state.form)), leftOut: leftTable };
  const { ownPoints = [], ...data } = state.experiment.data;
  const leavesPoints = ownPoints.length > MOST_OWN_POINTS;
  const shared = leavesPoints ? { ...state.experiment, data } : state.experiment;
  return {
    address: await packed(differenceFrom(COMPARE_BASE, shared)),
    leftOut: [
      ...leftTable,
      ...(leavesPoints
        ? [
            `Your ${ownPoints.length} own points are not in it: a link holds up to ${MOST_OWN_POINTS}.`,
          ]
        : []),
    ],
  };
}

/** Beside the settings: how the own table that they are on was made of its file. */
const TABLE = 'table';

function tableOf(state: SharedState): TableRecipe | null {
  const { data } = state.page === 'compare' ? state.experiment : state.form.base;
  return tableRecipe(data.dataset) ?? null;
}

export type OpenedLink =
  | { readonly kind: 'none' }
  | { readonly kind: 'preset'; readonly page: LinkedPage; readonly id: string }
  | { readonly kind: 'state'; readonly state: SharedState }
  /** All is set but the table, which is not open here. */
  | { readonly kind: 'wantsTable'; readonly page: LinkedPage; readonly table: TableRecipe }
  | { readonly kind: 'problem'; readonly page: LinkedPage; readonly message: string };

/** `hash`: of the address. */
export async function openLink(hash: string): Promise<OpenedLink> {
  const read = await readAddress(hash);
  switch (read.kind) {
    case 'plain':
      return { kind: 'none' };
    case 'preset':
      return read;
    case 'damaged':
      return { kind: 'problem', page: read.page, message: read.message };
    case 'settings': {
      const { page } = read;
      try {
        const { table, value } = partsOf(read.value);
        if (table && !keptTable(table.id)) return { kind: 'wantsTable', page, table };
        return stateOf(page, value);
      } catch {
        return cannotRun(page, 'what it holds are no settings of this page.');
      }
    }
  }
}

function partsOf(value: unknown): { table: TableRecipe | null; value: unknown } {
  if (typeof value !== 'object' || value === null || !(TABLE in value))
    return { table: null, value };
  const { [TABLE]: table, ...settings } = value;
  return { table: readTableRecipe(table), value: settings };
}

function stateOf(page: LinkedPage, value: unknown): OpenedLink {
  if (page === 'compare') {
    const experiment = withDifference(COMPARE_BASE, value);
    const [first] = experimentProblems(experiment);
    if (first) return cannotRun(page, first.message, first.path);
    // It has just been checked.
    return { kind: 'state', state: { page, experiment: experiment as Experiment } };
  }
  const form = withDifference(FORM_BASE, value);
  if (page === 'sweep') {
    const sweep = readSweepForm(form);
    return sweep
      ? { kind: 'state', state: { page, form: sweep } }
      : cannotRun(page, 'it is no sweep that can run.');
  }
  const tradeOff = readBiasVarianceForm(form);
  return tradeOff
    ? { kind: 'state', state: { page, form: tradeOff } }
    : cannotRun(page, 'it is no set of networks that can be trained.');
}

function cannotRun(page: LinkedPage, message: string, path = ''): OpenedLink {
  const where = path === '' ? '' : ` (${path})`;
  return {
    ...{ kind: 'problem', page },
    message: `The settings of this link cannot be used: ${message}${where} Nothing was changed.`,
  };
}
