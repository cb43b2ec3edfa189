import { describe, expect, it, vi } from 'vitest';
import { OPENING_PRESET } from '../../presets/registry.ts';
import { createPlaygroundStore } from '../playground-store.ts';
import { openWithTabSettings, TAB_KEY, tableOfTab } from './tab-settings.ts';

function storageWith(text: string | null = null) {
  const items = new Map(text === null ? [] : [[TAB_KEY, text]]);
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

function open(getStorage: () => Pick<Storage, 'getItem' | 'setItem'>) {
  const prepareRun = vi.fn<(order: unknown) => number>(() => 1);
  const store = createPlaygroundStore({
    connectTrainer: () => ({
      prepareRun,
      ...{ command: vi.fn(), changeSettings: vi.fn(), setPace: vi.fn() },
      ...{ watchViews: vi.fn(), askNetworks: vi.fn(), dispose: vi.fn() },
    }),
    search: '',
  });
  openWithTabSettings(store, getStorage);
  return { state: () => store.getState(), prepareRun };
}

const { experiment } = OPENING_PRESET;
const damaged = (change: object) =>
  JSON.stringify({ experiment: { ...experiment, ...change }, pace: 5 });

describe('the settings of a tab', () => {
  it('name the own table that they are on', () => {
    const data = { ...experiment.data, dataset: 'table-0123456789abcdef' };
    expect(tableOfTab(() => storageWith(damaged({ data })))).toBe('table-0123456789abcdef');
    expect(tableOfTab(() => storageWith(damaged({})))).toBeNull();
    expect(tableOfTab(() => storageWith())).toBeNull();
  });

  it('outlast a reload, and are what is prepared', () => {
    const storage = storageWith();
    const before = open(() => storage).state();
    before.changeSetting('training', 'seed', 7);
    before.changeRegularizer('A', 'l2', { lambda: 0.01 });
    before.changeOwnPoints([]);
    before.setPace(60);
    before.showPanel('weights');
    const { state, prepareRun } = open(() => storage);
    expect(state().experiment.training.seed).toBe(7);
    expect(state().experiment.arms[0]?.regularizers).toEqual({ l2: { lambda: 0.01 } });
    expect(state()).toMatchObject({ pace: 60, panelId: 'weights', notices: [] });
    expect(prepareRun).toHaveBeenCalledTimes(1);
    expect(prepareRun.mock.calls[0]?.[0]).toMatchObject({ experiment: state().experiment });
  });

  it('are those of the opening preset in a new one', () => {
    const { state, prepareRun } = open(() => storageWith());
    expect(state()).toMatchObject({ experiment, pace: OPENING_PRESET.pace, notices: [] });
    expect(prepareRun).toHaveBeenCalledTimes(1);
  });

  it('are kept as they last could run', () => {
    const storage = storageWith();
    const { state } = open(() => storage);
    state().changeSetting('training', 'seed', 7);
    state().changeSetting('data', 'trainingExamples', 1790);
    expect(state().problems).not.toEqual([]);
    expect(open(() => storage).state().experiment).toMatchObject({
      training: { seed: 7 },
      data: { trainingExamples: experiment.data.trainingExamples },
    });
  });

  it.each([
    ['no JSON', '{"experiment":'],
    ['no settings', '"hello"'],
    ['null', 'null'],
    ['no experiment', '{"pace":5}'],
    ['another version', damaged({ version: 2 })],
    ['no arms', damaged({ arms: [] })],
    ['data that do not exist', damaged({ data: { ...experiment.data, dataset: 'nowhere' } })],
    ['more rows than there are', damaged({ data: { ...experiment.data, trainingExamples: 1790 } })],
    ['a rate that cannot be', damaged({ training: { ...experiment.training, learningRate: -1 } })],
    ['a pace that cannot be', JSON.stringify({ experiment, pace: 7 })],
  ])('are left alone where they are damaged, with a word: %s', (_, text) => {
    const { state, prepareRun } = open(() => storageWith(text));
    expect(state().experiment).toBe(experiment);
    expect(state().notices).toEqual([expect.stringContaining('damaged or cannot run')]);
    expect(prepareRun).toHaveBeenCalledTimes(1);
  });

  it('last as long as the page where storage is denied, or full', () => {
    const denied = open(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    const full = open(() => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      },
    }));
    for (const { state } of [denied, full]) {
      state().changeSetting('training', 'seed', 7);
      expect(state().experiment.training.seed).toBe(7);
      expect(state().notices).toEqual([]);
    }
  });
});
