/** History as the page sees it, on a shelf in memory. */
import { describe, expect, it, vi } from 'vitest';
import { historyEntry, memoryHistoryShelf } from '../../client/history/history-shelf-fixture.ts';
import { MOST_UNPINNED } from '../../client/history/kept-number.ts';
import { StorageTrouble } from '../../client/storage/storage-trouble.ts';
import { RunHistory } from '../../client/run-history.ts';
import { recordOf } from '../../client/run-record.ts';
import { keepTable } from '../../datasets/own/kept-tables.ts';
import { smallTable } from '../../datasets/own/table/own-table-fixture.ts';
import type { OwnTable } from '../../datasets/own/table/own-table.ts';
import { factsOf } from '../../datasets/own/table/table-words.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { OPENING_PRESET } from '../../presets/registry.ts';
import { recordOnShow } from '../compare/record-on-show.ts';
import { preparedRun } from '../compare/prepared-run-fixture.ts';
import { FIGURES } from '../../figures/figures.ts';
import type { FigureName } from '../../figures/figures.ts';
import { pageStores } from '../links/page-stores-fixture.ts';
import type { LinkState } from '../links/link-store.ts';
import { laneFrame } from '../playground-fixture.ts';
import { compareDraft } from './compare-draft.ts';
import { createHistoryStore } from './history-store.ts';
import { keepFinishedRuns } from './keep-finished-runs.ts';

function open() {
  const stores = pageStores();
  const shelf = memoryHistoryShelf();
  const goTo = vi.fn();
  const ask = vi.fn<LinkState['ask']>();
  const askToPersist = vi.fn(() => Promise.resolve());
  let clock = 0;
  const store = createHistoryStore({
    ...{ shelf, stores, goTo, ask, askToPersist },
    now: () => (clock += 1),
  });
  const history = () => store.getState();
  /** The run on screen, trained to the end of its epochs. */
  const finish = async (accuracy: number) => {
    const { history: run } = stores.state();
    const epoch = run?.lanes[0]?.length ?? 0;
    const figures: Partial<Record<FigureName, number>> = { epoch, validationAccuracy: accuracy };
    const rows = Float64Array.from(FIGURES, (name) => figures[name] ?? 1);
    stores.frame({
      epoch,
      lanes: (run?.lanes ?? []).map((_, lane) => laneFrame(lane, { rows })),
    });
    stores.status('training');
    stores.status('finished');
    await vi.waitFor(() => expect(shelf.rows.size).toBeGreaterThan(0));
  };
  return { stores, shelf, store, history, finish, goTo, ask, askToPersist };
}

it('keeps a run that finishes, named after its preset, and puts it on screen again as it was', async () => {
  const { stores, history, finish, goTo } = open();
  keepFinishedRuns(stores, history().keep);
  await finish(0.875);
  const [entry] = history().entries;
  expect(entry).toMatchObject({
    ...{ page: 'compare', name: 'Digits, 30 % wrong labels', isPinned: false },
    parts: ['A · Plain', 'B · Dropout 0.5, inputs 0.2'],
    outcome: 'Validation accuracy A 87.5\u202f%, B 87.5\u202f% after 0 epochs, seed 42',
  });
  stores.state().changeSetting('training', 'epochs', 7);
  if (entry) expect(await history().open(entry)).toBe(true);
  expect(goTo).toHaveBeenCalledWith('compare');
  expect(stores.state().history?.lanes[1]?.value('validationAccuracy', 0)).toBe(0.875);
  expect(stores.state().keptRun?.name).toBe('Digits, 30 % wrong labels');
  expect(stores.state().experiment.training.epochs).toBe(50);
});

it('a run that trains on takes the place of what was kept of it, and an opened one is not kept again', async () => {
  const { stores, shelf, history, finish } = open();
  keepFinishedRuns(stores, history().keep);
  await finish(0.8);
  await finish(0.9);
  await vi.waitFor(() => expect(history().entries[0]?.outcome).toContain('90.0'));
  expect(shelf.rows.size).toBe(1);
  const [entry] = history().entries;
  if (entry) await history().open(entry);
  stores.state().leaveRecord();
  await Promise.resolve();
  expect(shelf.rows.size).toBe(1);
});

it('runs that came out the same have the same sum, others have another', async () => {
  const { stores, finish, history } = open();
  keepFinishedRuns(stores, history().keep);
  await finish(0.8);
  const sum = () => compareDraft(stores.state(), null)?.sum;
  const first = sum();
  expect(sum()).toBe(first);
  await finish(0.9);
  expect(sum()).not.toBe(first);
});

it('shows a kept run as the reference, and says where that is not seen yet', async () => {
  const { stores, history, finish } = open();
  keepFinishedRuns(stores, history().keep);
  await finish(0.8);
  const [entry] = history().entries;
  if (!entry) throw new Error('Nothing was kept.');
  stores.state().dropReference();
  expect(await history().showAsReference(entry)).toBe(true);
  expect(stores.state().reference?.record.experiment.data.dataset).toBe('digits');
  expect(history().notice).toBeNull();
  stores.state().changeDataset('wine');
  await history().showAsReference(entry);
  expect(history().notice?.message).toContain('once the data are Digits');
});

it('names, pins and deletes; what was deleted can be had back', async () => {
  const { shelf, history, askToPersist } = open();
  await shelf.add([
    { entry: historyEntry(), run: '{}' },
    { entry: historyEntry({ id: 'b' }), run: '{}' },
  ]);
  await history().load();
  const [first, second] = history().entries;
  if (!first || !second) throw new Error('There are two.');
  await history().rename(first, '  My run ');
  await history().rename(first, '   ');
  await history().setPinned(first, true);
  await history().setPinned(second, true);
  expect(askToPersist).toHaveBeenCalledTimes(1);
  expect(shelf.rows.get(first.id)?.entry).toMatchObject({
    ...{ name: 'My run', isRenamed: true, isPinned: true },
  });
  await history().remove(history().entries);
  expect(shelf.rows.size).toBe(0);
  expect(history().notice?.message).toBe('2 runs deleted.');
  await history().notice?.undo?.();
  expect(history().entries.map(({ name }) => name)).toContain('My run');
});

it('a damaged run is not opened, and that is said', async () => {
  const { stores, shelf, history } = open();
  await shelf.add([
    { entry: historyEntry(), run: '{"format":"regularization-playground/run"' },
    { entry: historyEntry({ id: 'b' }), run: '{"experiment":{},"lanes":[],"version":1}' },
  ]);
  await history().load();
  const before = stores.state().history;
  for (const entry of history().entries) {
    expect(await history().open(entry)).toBe(false);
    expect(history().notice?.isProblem).toBe(true);
    expect(await history().showAsReference(entry)).toBe(false);
  }
  expect(stores.state().history).toBe(before);
  expect(await history().open(historyEntry({ id: 'gone' }))).toBe(false);
  expect(history().notice?.message).toContain('deleted in another tab');
});

it('goes out and in as a file; nothing is overwritten, and nothing has to go for it', async () => {
  const { stores, shelf, history, finish } = open();
  keepFinishedRuns(stores, history().keep);
  await finish(0.8);
  const text = (await history().exportAll()) ?? '';
  await history().importFile(text);
  expect(history().notice?.message).toBe('No run came in; 1 was there already.');
  const [entry] = history().entries;
  if (!entry) throw new Error('Nothing was kept.');
  await history().remove([entry]);
  await shelf.add(
    Array.from({ length: MOST_UNPINNED }, (_, i) => ({
      entry: historyEntry({ id: i === 0 ? entry.id : `old ${i}`, sum: `sum ${i}` }),
      run: '{}',
    })),
  );
  await history().importFile(text);
  expect(history().notice?.message).toBe(
    '1 run came in; 1 was pinned, so that no other has to go.',
  );
  expect(shelf.rows.size).toBe(MOST_UNPINNED + 1);
  await history().importFile('{}');
  expect(history().notice?.message).toContain('Nothing came in.');
});

it.each(['forbidden', 'newer', 'blocked', 'broken'] as const)(
  'says why nothing is kept where storage is %s, and throws nothing',
  async (kind) => {
    const { stores, shelf, history } = open();
    shelf.refuse(new StorageTrouble(kind));
    keepFinishedRuns(stores, history().keep);
    stores.status('finished');
    await history().load();
    await vi.waitFor(() => expect(history().trouble).toBe(new StorageTrouble(kind).message));
    await history().remove([historyEntry()]);
    expect(history().notice?.message).toContain('Nothing was deleted.');
    expect(await history().exportAll()).toBeNull();
  },
);

it('what finished while another tab held the database is kept once it is free', async () => {
  const { stores, shelf, history } = open();
  keepFinishedRuns(stores, history().keep);
  shelf.refuse(new StorageTrouble('blocked'));
  stores.status('training');
  stores.status('finished');
  await vi.waitFor(() => expect(history().trouble).not.toBeNull());
  expect(shelf.rows.size).toBe(0);
  shelf.refuse(null);
  shelf.tellChange();
  await vi.waitFor(() => expect(history().entries).toHaveLength(1));
  expect(history().trouble).toBeNull();
});

it('says that a run found no room', async () => {
  const { stores, shelf, history } = open();
  keepFinishedRuns(stores, history().keep);
  shelf.refuse(new StorageTrouble('full'));
  stores.status('training');
  stores.status('finished');
  await vi.waitFor(() => expect(history().notice?.message).toContain('is not in History'));
});

/** As another browser has made it: a run that is not trained yet. */
function recordOnTable(table: OwnTable) {
  const { data, training, ...others } = OPENING_PRESET.experiment;
  const experiment: Experiment = {
    ...others,
    data: {
      ...{ ...data, dataset: table.id, wrongLabelShare: 0 },
      ...{ trainingExamples: 20, validationExamples: 10 },
    },
    training: { ...training, replicates: 1 },
  };
  const history = new RunHistory(preparedRun(experiment));
  const made = { at: '2026-11-29T12:00:00.000Z', app: '0.1.0', backend: null };
  const record = recordOf({ history, experiment, changes: [] }, made);
  return {
    record: { ...record, table: factsOf(table) },
    dataset: { id: table.id, label: table.fileName },
  };
}

describe('a run on an own table', () => {
  const table = smallTable();

  /** Kept, with its table, and a page that does not know the table: it is another one. */
  async function kept(isTableKept: boolean) {
    const opened = open();
    const { record, dataset } = recordOnTable(table);
    const entry = historyEntry({ id: table.id, dataset });
    await opened.shelf.add([{ entry, run: JSON.stringify(record), ...(isTableKept && { table }) }]);
    await opened.history().load();
    return { ...opened, entry };
  }

  it('is shown without its table, cannot train, and asks for the file until that is opened', async () => {
    const { history, ask, entry, goTo, shelf, stores } = await kept(false);
    expect(await history().showAsReference(entry)).toBe(false);
    expect(history().notice?.message).toContain('“Open” asks for its file');
    expect(await history().open(entry)).toBe(true);
    expect(goTo).toHaveBeenCalledWith('compare');
    expect(stores.state().keptRun?.record.experiment.data.dataset).toBe(table.id);
    expect(stores.state().problems[0]?.message).toContain('“small.csv” is not in this browser');
    const [outcome, again] = ask.mock.calls[0] ?? [];
    expect(outcome?.wanted).toMatchObject({ id: table.id, fileName: 'small.csv' });
    // The record says again what it is on.
    expect(recordOnShow(stores.state())?.table).toEqual(factsOf(table));
    keepTable(table);
    expect(await again?.()).toMatchObject({ isProblem: false, message: '' });
    expect(stores.state().problems).toEqual([]);
    // It has its table from now on.
    expect(shelf.rows.get(entry.id)?.table).toEqual(table);
  });

  it('goes out and in as a file with its table, and is had back with it', async () => {
    const { history, entry, shelf } = await kept(true);
    const text = (await history().exportAll()) ?? '';
    await history().remove([entry]);
    await history().notice?.undo?.();
    expect(shelf.rows.get(entry.id)?.table).toEqual(table);
    await history().remove([entry]);
    await history().importFile(text);
    expect(shelf.rows.get(entry.id)?.table?.id).toBe(table.id);
    await history().removeTables();
    expect(history().tables).toEqual([]);
    expect(history().entries).toHaveLength(1);
  });
});
