/** A run that is kept while it trains, and what another page makes of it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CutRun } from '../../client/cut-run.ts';
import { FIGURES } from '../../figures/figures.ts';
import type { RunSave } from '../../protocol/run-save.ts';
import { laneFrame, open, openReady } from '../playground-fixture.ts';
import { keepCutRun } from './keep-cut-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What one tab keeps, whichever page is in it. */
function shelfOfTab() {
  const tab: { run: unknown } = { run: undefined };
  return {
    tab,
    find: async () => tab.run,
    put: async (run: CutRun) => {
      tab.run = structuredClone(run);
    },
    remove: async () => {
      tab.run = undefined;
    },
  };
}

const row = (epoch: number) =>
  Float64Array.from(FIGURES, (name) => (name === 'epoch' ? epoch : epoch / 7));

/** Trained for three epochs, and kept. */
async function trainInTab(shelf: ReturnType<typeof shelfOfTab>) {
  const opened = openReady();
  await keepCutRun(opened.store, shelf);
  opened.status('training');
  for (const epoch of [0, 1, 2, 3])
    opened.frame({ epoch, lanes: [0, 1].map((lane) => laneFrame(lane, { rows: row(epoch) })) });
  const { experiment } = opened.state();
  const checkpoint = {
    ...{ epoch: 2, runStep: 26, lanes: new Map(), stopped: new Map() },
    ...{ patience: [null, null], best: new Map() },
  };
  const save: RunSave = {
    ...{ experiment, checkpoint, changes: [] },
    ...{ bestFigures: new Map(), bestAnswers: new Map() },
  };
  opened.emit({ type: 'runSaved', save });
  await vi.advanceTimersByTimeAsync(10_000);
  return { ...opened, save };
}

it('is offered after a reload and goes on from its save, with all that was shown', async () => {
  const shelf = shelfOfTab();
  const { save, state: before } = await trainInTab(shelf);
  const { store, state, trainer, arrive } = open();
  state().reset();
  await keepCutRun(store, shelf);
  arrive();
  expect(state().cutRun?.frame.epoch).toBe(3);
  state().goOnWithCutRun();
  expect(trainer.prepareRun).toHaveBeenLastCalledWith({
    experiment: before().experiment,
    ...{ backend: 'auto', pace: 5 },
    resumption: { save, shown: { epoch: 3, stepInEpoch: 0, endings: new Map() } },
  });
  expect(trainer.command).toHaveBeenLastCalledWith('trainRun');
  expect(state()).toMatchObject({ cutRun: null, status: 'training', epoch: 3 });
  expect(state().history?.lanes[1]?.value('validationLoss', 3)).toBe(3 / 7);
  expect(shelf.tab.run).toBeDefined();
});

it.each(['finished', 'ready'] as const)('is kept no longer once it is %s', async (end) => {
  const shelf = shelfOfTab();
  const { status } = await trainInTab(shelf);
  expect(shelf.tab.run).toBeDefined();
  status(end);
  await vi.advanceTimersByTimeAsync(10);
  expect(shelf.tab.run).toBeUndefined();
});

it('is gone once it is discarded', async () => {
  const shelf = shelfOfTab();
  await trainInTab(shelf);
  const { store, state } = openReady();
  await keepCutRun(store, shelf);
  state().discardCutRun();
  await vi.advanceTimersByTimeAsync(10);
  expect(shelf.tab.run).toBeUndefined();
});

it.each([{}, null, 7, { app: '0.1.0', experiment: {} }, { app: 'another' }])(
  'is not offered where %j is kept, and that is said',
  async (run) => {
    const shelf = { ...shelfOfTab(), find: async () => run };
    const { store, state } = openReady();
    await keepCutRun(store, shelf);
    expect(state().cutRun).toBeNull();
    expect(state().notices.join()).toContain('cannot go on');
  },
);

it('trains where storage refuses', async () => {
  const refuse = () => Promise.reject(new Error('It is full.'));
  const { state } = await trainInTab({
    ...shelfOfTab(),
    ...{ find: refuse, put: refuse, remove: refuse },
  });
  expect(state().status).toBe('training');
  expect(state().notices).toEqual([]);
});
