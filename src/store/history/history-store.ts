/** The runs that this browser keeps: listed, opened, named, deleted, and out and in as a file. */
import { createStore } from 'zustand/vanilla';
import { countOf } from '../../base/text/count-of.ts';
import { historyFile, readHistoryFile, sentenceOf } from '../../client/history/history-file.ts';
import { LONGEST_NAME } from '../../client/history/history-entry.ts';
import type { HistoryEntry } from '../../client/history/history-entry.ts';
import type { HistoryRow } from '../../client/history/history-row.ts';
import type { HistoryShelf } from '../../client/history/history-shelf.ts';
import { recallTable } from '../../client/history/recall-table.ts';
import { keptTable } from '../../datasets/own/kept-tables.ts';
import { isOwnTableId } from '../../datasets/own/table/own-table.ts';
import type { OwnTable } from '../../datasets/own/table/own-table.ts';
import { troubleOf } from '../../client/storage/storage-trouble.ts';
import { readRunRecord } from '../../client/read-run-record.ts';
import type { ReadRecord } from '../../client/read-run-record.ts';
import type { LinkState } from '../links/link-store.ts';
import type { LinkOutcome, PageStores } from '../links/open-in-page.ts';
import type { HistoryNotice, HistoryState, HistoryStore } from './history-state.ts';
import { mergeHistory } from './merge-history.ts';
import { newId } from './new-id.ts';
import { roomText } from './room-text.ts';
import type { RunDraft } from './run-draft.ts';

export interface HistorySurroundings {
  readonly shelf: HistoryShelf;
  readonly stores: PageStores;
  /** Shows a page. */
  readonly goTo: (page: HistoryEntry['page']) => void;
  /** Asks for the own table that a run is on, and opens the run once it is there. */
  readonly ask: LinkState['ask'];
  /** Asks the browser not to clear away what is kept. */
  readonly askToPersist: () => Promise<void>;
  readonly now: () => number;
}

/** As many finished runs wait for a database that another tab holds. */
const MOST_WAITING = 10;

export function createHistoryStore(surroundings: HistorySurroundings): HistoryStore {
  const { shelf, stores, goTo, ask, askToPersist, now } = surroundings;
  const { playground } = stores;
  /** Finished while nothing could be kept. */
  let waiting: HistoryRow[] = [];

  const store = createStore<HistoryState>()((set, get) => {
    const say = (message: string, more: Partial<HistoryNotice> = {}) =>
      set({ notice: { message, isProblem: false, undo: null, ...more } });
    const complain = (message: string) => say(message, { isProblem: true });

    const load = async () => {
      try {
        set({ ...(await shelf.list()), status: 'ready', trouble: null, listedAt: now() });
      } catch (error) {
        set({ status: 'failed', trouble: troubleOf(error).message });
      }
    };
    /** Returns whether it was done; where it was not, that is said. */
    const attempt = async (what: string, act: () => Promise<void>) => {
      try {
        await act();
        await load();
        return true;
      } catch (error) {
        complain(`${what} ${troubleOf(error).message}`);
        return false;
      }
    };
    /** Its JSON; null: that was said. */
    const readRun = async ({ id, name }: HistoryEntry): Promise<string | null> => {
      try {
        const run = await shelf.read(id);
        if (run !== null) return run;
        complain(`“${name}” is not there any more: it may have been deleted in another tab.`);
        await load();
      } catch (error) {
        complain(`“${name}” cannot be read. ${troubleOf(error).message}`);
      }
      return null;
    };
    const keepRow = async (row: HistoryRow) => {
      const kept = await shelf.keep(row);
      const message = roomText(row, kept);
      if (message !== null) complain(message);
      return kept.id;
    };

    return {
      ...{
        status: 'loading',
        entries: [],
        damaged: [],
        tables: [],
        listedAt: 0,
        trouble: null,
        notice: null,
      },
      load,
      keep: async (draft) => {
        const row = rowOf(draft, now());
        try {
          const id = await keepRow(row);
          await load();
          return id;
        } catch (error) {
          const { kind, message } = troubleOf(error);
          if (kind === 'full')
            complain(`“${draft.name}” is not in History. ${message} ${FREE_SOME}`);
          else set({ trouble: message });
          if (kind === 'blocked') waiting = [...waiting, row].slice(-MOST_WAITING);
          return kind === 'blocked' ? row.entry.id : null;
        }
      },
      open: async (entry) => {
        const run = await readRun(entry);
        if (run === null) return false;
        const { openText } = await import('../links/open-file.ts');
        await recallTable(shelf, entry.dataset.id);
        const openRun = () => openText(run, entry.name, stores);
        const outcome = openRun();
        set({ notice: null });
        const again = async () => {
          await addTable(shelf, entry);
          return openRun();
        };
        if (outcome.wanted) {
          ask(outcome, again);
          if (outcome.isShown) goTo(outcome.page);
          return true;
        }
        void addTable(shelf, entry);
        if (outcome.isProblem) {
          complain(outcome.message);
          return false;
        }
        // Compare says so by itself, and leads back.
        if (entry.page !== 'compare')
          say(`“${entry.name}” as it was kept: nothing was trained. It stays in History.`, {
            undo: undoOf(outcome),
          });
        goTo(outcome.page);
        return true;
      },
      showAsReference: async (entry) => {
        const run = await readRun(entry);
        if (run === null) return false;
        await recallTable(shelf, entry.dataset.id);
        const { record, problem } = recordIn(run);
        if (isOwnTableId(entry.dataset.id) && !keptTable(entry.dataset.id)) {
          complain(
            `“${entry.name}” is on an own table that is not in this browser: “Open” asks for its file.`,
          );
          return false;
        }
        if (problem) complain(`“${entry.name}” is damaged. ${sentenceOf(problem)}`);
        if (!record) return false;
        set({ notice: null });
        playground.getState().showReference(record);
        goTo('compare');
        if (playground.getState().experiment.data.dataset !== entry.dataset.id)
          say(`“${entry.name}” is on the charts once the data are ${entry.dataset.label}.`);
        return true;
      },
      rename: async ({ id }, name) => {
        const trimmed = name.trim().slice(0, LONGEST_NAME);
        if (trimmed === '') return;
        await attempt('The name was not kept.', () =>
          shelf.change(id, { name: trimmed, isRenamed: true }),
        );
      },
      setPinned: async ({ id }, isPinned) => {
        if (isPinned && !get().entries.some((entry) => entry.isPinned)) await askToPersist();
        await attempt(isPinned ? 'It was not pinned.' : 'It is pinned still.', () =>
          shelf.change(id, { isPinned }),
        );
      },
      remove: async (entries) => {
        const rows: HistoryRow[] = [];
        const ids = entries.map(({ id }) => id);
        const isDone = await attempt('Nothing was deleted.', async () => {
          rows.push(...(await wholeRows(shelf, entries)));
          await shelf.remove(ids);
        });
        if (!isDone) return;
        const undo = async () => {
          if (await attempt('Nothing was brought back.', () => shelf.add(rows)))
            set({ notice: null });
        };
        const [first] = entries;
        const what =
          entries.length === 1 && first ? `“${first.name}”` : countOf(entries.length, 'runs');
        say(`${what} deleted.`, { undo });
      },
      removeTables: async () => {
        await attempt('Tables of runs in History are kept still.', () => shelf.removeTables());
      },
      removeDamaged: async ({ key }) => {
        await attempt('It was not deleted.', () => shelf.remove([key]));
      },
      exportAll: async () => {
        try {
          const { entries } = await shelf.list();
          const rows = await wholeRows(shelf, entries);
          const { text, leftOut } = historyFile(rows.filter(({ run }) => isJson(run)));
          if (leftOut.length > 0) say(leftOutText(leftOut));
          return text;
        } catch (error) {
          complain(`The file could not be made. ${troubleOf(error).message}`);
          return null;
        }
      },
      importFile: async (text) => {
        const { problemIn } = await import('../links/open-file.ts');
        const { rows, refused, problem } = readHistoryFile(text, (run, { name }) =>
          problemIn(run, name),
        );
        if (problem !== null) {
          complain(`Nothing came in. ${problem}`);
          return;
        }
        await attempt('Nothing came in.', async () => {
          const { entries } = await shelf.list();
          const merged = mergeHistory({ rows, refused }, entries);
          const isWhole = await addWithRoom(shelf, merged.rows);
          say(isWhole ? merged.message : `${merged.message} ${NO_ROOM_FOR_TABLES}`, {
            isProblem: refused.length > 0,
          });
        });
      },
      dismissNotice: () => set({ notice: null }),
    };
  });

  const comeBack = async () => {
    const rows = waiting;
    waiting = [];
    for (const row of rows) await shelf.keep(row).catch(() => undefined);
    await store.getState().load();
  };
  shelf.onChange(() => void comeBack());
  return store;
}

const FREE_SOME = 'Delete some of what History keeps, or export it to a file first.';

function rowOf({ run, id, ...draft }: RunDraft, keptAt: number): HistoryRow {
  return {
    run,
    table: keptTable(draft.dataset.id)?.table,
    entry: {
      ...draft,
      ...{ id: id ?? newId(), keptAt, size: run.length, isRenamed: false, isPinned: false },
      name: draft.name.slice(0, LONGEST_NAME),
    },
  };
}

/** Those that are there still. A table of several is read once. */
async function wholeRows(
  shelf: HistoryShelf,
  entries: readonly HistoryEntry[],
): Promise<readonly HistoryRow[]> {
  const rows: HistoryRow[] = [];
  const tables = new Map<string, OwnTable | null>();
  for (const entry of entries) {
    const { id } = entry.dataset;
    const run = await shelf.read(entry.id);
    if (run === null) continue;
    if (isOwnTableId(id) && !tables.has(id)) tables.set(id, await shelf.readTable(id));
    rows.push({ entry, run, table: tables.get(id) ?? undefined });
  }
  return rows;
}

/** The table of a run that was kept without it, as far as there is room. */
async function addTable(shelf: HistoryShelf, { dataset }: HistoryEntry): Promise<void> {
  const kept = keptTable(dataset.id);
  if (!kept) return;
  try {
    const { tables } = await shelf.list();
    if (!tables.includes(dataset.id)) await shelf.addTable(kept.table);
  } catch {
    // The run is on screen all the same, and asks for the file the next time.
  }
}

/** Without their own tables where there is no room for these. Returns whether they came in with them. */
async function addWithRoom(shelf: HistoryShelf, rows: readonly HistoryRow[]): Promise<boolean> {
  try {
    await shelf.add(rows);
    return true;
  } catch (error) {
    const isFull = troubleOf(error).kind === 'full' && rows.some(({ table }) => table);
    if (!isFull) throw error;
    await shelf.add(rows.map(({ entry, run }) => ({ entry, run })));
    return false;
  }
}

const NO_ROOM_FOR_TABLES =
  'There was no room for their own tables: opening such a run asks for its file.';

function leftOutText(tables: readonly OwnTable[]): string {
  const names = tables.map(({ fileName }) => `“${fileName}”`).join(', ');
  return `The file has all runs, but is too small for ${names}: elsewhere, opening a run on ${tables.length === 1 ? 'this table' : 'one of these tables'} asks for its file.`;
}

function recordIn(run: string): ReadRecord {
  try {
    return readRunRecord(JSON.parse(run));
  } catch {
    return { record: null, problem: { path: '', message: 'It is no JSON.' } };
  }
}

/** What was on screen before can be had back. */
function undoOf({ undo }: LinkOutcome): HistoryNotice['undo'] {
  return (
    undo &&
    (() => {
      undo();
      return Promise.resolve();
    })
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
