// @vitest-environment jsdom
/** The page as a whole: what keys do, the sheets that lie over it, and the present mode. */
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TRAIN_BUTTON_ID } from '../pages/compare/transport/train-button-id.ts';
import { PRESETS } from '../presets/registry.ts';
import { openPlayground } from '../pages/compare/shared/playground-fixture.tsx';
import { createBiasVarianceStore } from '../store/bias-variance/bias-variance-store.ts';
import { INITIAL_BIAS_VARIANCE_FORM } from '../store/bias-variance/initial-bias-variance-form.ts';
import { memoryHistoryShelf } from '../client/history/history-shelf-fixture.ts';
import { createHistoryStore } from '../store/history/history-store.ts';
import type { PageStores } from '../store/links/open-in-page.ts';
import { createLinkStore } from '../store/links/link-store.ts';
import { INITIAL_FORM } from '../store/sweep/initial-form.ts';
import { createOfflineStore } from '../store/offline/offline-store.ts';
import { createPageUndo } from '../store/undo/page-undo.ts';
import { createSweepStore } from '../store/sweep/sweep-store.ts';
import { App } from './app.tsx';
import { applicablePanels } from '../pages/compare/microscope/applicable-panels.ts';
import { SHORTCUTS } from './shortcuts.ts';

vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => {
  localStorage.clear();
  location.hash = '';
});
afterEach(() => {
  vi.restoreAllMocks();
});

const nothing = () => undefined;
/** Nothing is trained here. */
const idlePool = {
  isTraining: false,
  size: 1,
  start: () => ({ pause: nothing, resume: nothing, cancel: nothing }),
};

/** Keeps nothing. */
const emptyShelf = {
  find: async () => new Map(),
  ...{ put: async () => undefined, remove: async () => undefined },
  ...{ readForm: async () => undefined, writeForm: async () => undefined },
};
const surroundings = { pool: idlePool, shelf: emptyShelf, backend: () => 'cpu' as const };

function idleSweepStore() {
  return createSweepStore({ ...surroundings, initialForm: INITIAL_FORM });
}

function idleBiasVarianceStore() {
  return createBiasVarianceStore({ ...surroundings, initialForm: INITIAL_BIAS_VARIANCE_FORM });
}

function idleHistoryStore(stores: PageStores) {
  return createHistoryStore({
    ...{ shelf: memoryHistoryShelf(), stores, ask: vi.fn(), goTo: nothing },
    ...{ askToPersist: async () => undefined, now: () => 0 },
  });
}

function idleOfflineStore() {
  return createOfflineStore({
    measure: async () => ({ keptBytes: 0, totalBytes: 0 }),
    keep: async () => undefined,
    ...{ askToPersist: async () => undefined, update: nothing },
  });
}

function open() {
  const opened = openPlayground();
  opened.requests.length = 0;
  const [sweepStore, biasVarianceStore] = [idleSweepStore(), idleBiasVarianceStore()];
  const stores = { playground: opened.store, sweep: sweepStore, biasVariance: biasVarianceStore };
  const linkStore = createLinkStore(stores, {
    ...{ hash: () => '', replace: nothing, visit: nothing, strayText: () => null },
  });
  render(
    <App
      {...{ store: opened.store, sweepStore, biasVarianceStore }}
      {...{ pool: idlePool, linkStore, undo: createPageUndo(stores) }}
      historyStore={idleHistoryStore(stores)}
      offlineStore={idleOfflineStore()}
    />,
  );
  opened.requests.length = 0;
  return { ...opened, user: userEvent.setup({ delay: null }) };
}

describe('keys on the page', () => {
  it('train and pause, step, and reset', async () => {
    const { user, requests, status } = open();
    await user.keyboard('t');
    act(() => status('training'));
    await user.keyboard(' ');
    act(() => status('paused'));
    await user.keyboard('eb');
    await user.keyboard('r');
    expect(requests).toEqual(['trainRun', 'pauseRun', 'stepEpoch', 'stepBatch', 'prepareRun']);
  });

  it('do not step while it trains', async () => {
    const { user, requests, status } = open();
    act(() => status('training'));
    await user.keyboard('eb');
    expect(requests).toEqual([]);
  });

  it('look back and forth, up to now', async () => {
    const { user, store, state } = open();
    act(() => store.setState({ epoch: 2 }));
    const seen: (number | null)[] = [];
    for (const key of ['Left', 'Left', 'Left', 'Right', 'Right', 'Right']) {
      await user.keyboard(`{Arrow${key}}`);
      seen.push(state().lookBackEpoch);
    }
    expect(seen).toEqual([1, 0, 0, 1, null, null]);
  });

  it('choose a panel by its number', async () => {
    const { user, state } = open();
    const panels = applicablePanels(state().experiment);
    await user.keyboard('2');
    expect(state().panelId).toBe(panels[1]?.id);
    expect(screen.getByRole('radio', { name: panels[1]?.label ?? '' })).toBeChecked();
    // There are nine keys for them.
    await user.keyboard('9');
    expect(state().panelId).toBe(panels[8]?.id);
  });

  it('go to the next preset and the one before, around the menu, presented too', async () => {
    const { user, state } = open();
    const shown = () => screen.getByRole('button', { name: /^Preset: / });
    const hint = () => document.querySelector('[class*="nextKey"]');
    expect(hint()).toBeNull();
    await user.keyboard('p');
    expect(hint()).toHaveTextContent(/^N next$/);
    expect(shown()).toHaveTextContent(PRESETS[0]?.title ?? '');
    await user.keyboard('n');
    expect(shown()).toHaveTextContent(PRESETS[1]?.title ?? '');
    expect(state().experiment).toBe(PRESETS[1]?.experiment);
    await user.keyboard('{Shift>}nn{/Shift}');
    expect(state().experiment).toBe(PRESETS.at(-1)?.experiment);
    await user.keyboard('np');
    expect(state().experiment).toBe(PRESETS[0]?.experiment);
  });

  it('turn light into dark and back', async () => {
    const { user, state } = open();
    await user.keyboard('d');
    expect(state().colorScheme).toBe('dark');
    expect(document.documentElement.dataset['colorScheme']).toBe('dark');
    await user.keyboard('d');
    expect(state().colorScheme).toBe('light');
  });

  it('are text in a field', async () => {
    const { user, requests } = open();
    await user.type(screen.getByRole('textbox', { name: 'Seed' }), 'tr');
    expect(requests).toEqual([]);
  });
});

it('undoes and redoes settings by keys and by buttons, and leaves the run alone', async () => {
  const { user, store, state } = open();
  const epochs = () => state().experiment.training.epochs;
  const before = epochs();
  const undo = screen.getByRole('button', { name: 'Undo last change' });
  const redo = screen.getByRole('button', { name: 'Redo last change' });
  expect(undo).toHaveAttribute('aria-disabled', 'true');
  act(() => state().changeSetting('training', 'epochs', 77));
  const { history } = store.getState();
  await user.keyboard('{Control>}z{/Control}');
  expect(epochs()).toBe(before);
  await user.keyboard('{Meta>}{Shift>}z{/Shift}{/Meta}');
  expect(epochs()).toBe(77);
  await user.click(undo);
  expect(epochs()).toBe(before);
  expect(undo).toHaveFocus();
  await user.click(undo);
  expect(screen.getByText('Nothing to undo.')).toBeInTheDocument();
  await user.click(redo);
  expect(epochs()).toBe(77);
  expect(store.getState().history).toBe(history);
});

it('undoes a preset, with its name', async () => {
  const { user, state } = open();
  await user.keyboard('n');
  expect(state().presetId).toBe(PRESETS[1]?.id);
  await user.keyboard('{Control>}z{/Control}');
  expect(state().presetId).toBe(PRESETS[0]?.id);
  expect(state().experiment).toBe(PRESETS[0]?.experiment);
});

describe('help', () => {
  it('opens by key and by button, says what the page is, lists every shortcut, and closes', async () => {
    const { user } = open();
    await user.keyboard('?');
    const sheet = within(screen.getByRole('dialog', { name: 'Help' }));
    for (const { label, caps } of SHORTCUTS) {
      const row = sheet.getByRole('cell', { name: label }).closest('tr');
      for (const cap of caps) expect(row).toHaveTextContent(cap);
    }
    for (const title of [
      'How to start',
      'What the lines and marks of Compare mean',
      'Keyboard shortcuts',
    ])
      expect(sheet.getByRole('region', { name: title })).toBeInTheDocument();
    expect(sheet.getByText('Solid line: validation')).toBeInTheDocument();
    await user.click(sheet.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    // At the top of the page and at its foot.
    const openers = screen.getAllByRole('button', { name: 'Help' });
    expect(openers).toHaveLength(2);
    for (const opener of openers) {
      await user.click(opener);
      const dialog = within(screen.getByRole('dialog', { name: 'Help' }));
      await user.click(dialog.getByRole('button', { name: 'Close' }));
    }
  });

  it('switches them off, for the next visit too', async () => {
    const { user, requests } = open();
    await user.keyboard('?');
    await user.click(screen.getByRole('switch', { name: 'Use these shortcuts' }));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.keyboard('t?');
    expect(requests).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(openPlayground().state().usesShortcuts).toBe(false);
  });

  it('works where storage is denied', async () => {
    const deny = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(deny);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(deny);
    const { user, state } = open();
    await user.keyboard('?');
    await user.click(screen.getByRole('switch', { name: 'Use these shortcuts' }));
    expect(state().usesShortcuts).toBe(false);
  });

  it('leads to the glossary', async () => {
    const { user } = open();
    await user.keyboard('?');
    await user.click(
      within(screen.getByRole('dialog')).getByRole('button', { name: /^glossary$/ }),
    );
    const glossary = screen.getByRole('dialog', { name: 'Glossary' });
    expect(within(glossary).getByText('Patience')).toBeInTheDocument();
    expect(within(glossary).getByText(/how many epochs without improvement/i)).toBeInTheDocument();
  });
});

it('shows the page that the address names', async () => {
  location.hash = '#/sweep';
  // Its code comes late, and React goes on with it within an act that waits.
  await import('../pages/sweep/sweep-page.tsx');
  await act(async () => void open());
  await screen.findByRole('heading', { level: 1, name: 'Sweep' });
  expect(screen.getByRole('link', { name: 'Sweep' })).toHaveAttribute('aria-current', 'page');
  expect(screen.getByRole('link', { name: 'Skip to Start' })).toBeInTheDocument();
  await import('../lessons/page/lessons-page.tsx');
  await act(async () => void (location.hash = '#/lessons'));
  await screen.findByRole('heading', { level: 1, name: 'Lessons' });
  location.hash = '#/nowhere';
  await screen.findByRole('heading', { level: 1, name: 'Compare' });
});

it('leads by the first press of Tab to Train', async () => {
  const { user, requests } = open();
  await user.tab();
  expect(screen.getByRole('link', { name: 'Skip to Train' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Train' })).toHaveFocus();
  expect(location.hash).toBe('');
  expect(requests).toEqual([]);
});

describe('the present mode', () => {
  it('is told to the style sheets, and left by the button, by key and by Escape', async () => {
    const { user } = open();
    const { dataset } = document.documentElement;
    const button = screen.getByRole('button', { name: 'Present' });
    for (const leave of ['{Escape}', 'p']) {
      await user.click(button);
      expect(button).toHaveTextContent('Leave');
      // Space is for what trains, and not for the way out.
      expect(button).not.toHaveFocus();
      expect(document.activeElement).toHaveAttribute('id', TRAIN_BUTTON_ID);
      expect(dataset).toHaveProperty('presenting');
      await user.keyboard(leave);
      expect(button).toHaveTextContent('Present');
      expect(dataset).not.toHaveProperty('presenting');
    }
    await user.click(button);
    await user.click(button);
    expect(dataset).not.toHaveProperty('presenting');
  });

  it('fills the screen where it may, and ends when the screen is left', async () => {
    let element: Element | null = null;
    const request = vi.fn(async () => {
      element = document.documentElement;
    });
    Object.defineProperties(document, {
      fullscreenEnabled: { value: true, configurable: true },
      fullscreenElement: { get: () => element, configurable: true },
    });
    document.documentElement.requestFullscreen = request;
    const { user, state } = open();
    await user.keyboard('p');
    expect(request).toHaveBeenCalledOnce();
    element = null;
    act(() => void document.dispatchEvent(new Event('fullscreenchange')));
    expect(state().isPresenting).toBe(false);
    // Refused: the page is large all the same.
    request.mockRejectedValueOnce(new TypeError('refused'));
    await user.keyboard('p');
    expect(state().isPresenting).toBe(true);
    await user.keyboard('p');
  });
});
