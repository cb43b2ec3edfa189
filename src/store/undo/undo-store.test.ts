import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createUndoStore } from './undo-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Settings {
  readonly epochs: number;
  readonly arms: readonly { readonly name: string; readonly l2?: number }[];
}

function open(press?: () => number | null) {
  const store = createStore<Settings>(() => ({ epochs: 50, arms: [{ name: 'A' }] }));
  const undo = createUndoStore<Settings>({
    read: store.getState,
    subscribe: store.subscribe,
    write: (settings) => store.setState(settings, true),
    ...(press && { press }),
  });
  const set = (change: Partial<Settings>, laterMs = 5000) => {
    vi.advanceTimersByTime(laterMs);
    store.setState(change);
  };
  return { set, settings: store.getState, undo: undo.getState };
}

it('brings back what was set before, step by step, and makes the changes again', () => {
  const { set, settings, undo } = open();
  expect(undo()).toMatchObject({ canUndo: false, canRedo: false });
  set({ epochs: 60 });
  set({ arms: [{ name: 'A', l2: 0.1 }] });
  undo().undo();
  expect(settings()).toEqual({ epochs: 60, arms: [{ name: 'A' }] });
  undo().undo();
  expect(settings()).toEqual({ epochs: 50, arms: [{ name: 'A' }] });
  expect(undo()).toMatchObject({ canUndo: false, canRedo: true });
  undo().undo();
  undo().redo();
  undo().redo();
  undo().redo();
  expect(settings()).toEqual({ epochs: 60, arms: [{ name: 'A', l2: 0.1 }] });
  expect(undo()).toMatchObject({ canUndo: true, canRedo: false });
});

it('takes a slider that is dragged for one step, and another setting or a later move for the next', () => {
  const { set, settings, undo } = open();
  for (let epochs = 51; epochs <= 80; epochs++) set({ epochs }, 30);
  set({ arms: [{ name: 'B' }] }, 30);
  set({ epochs: 90 }, 30);
  set({ epochs: 95 }, 3000);
  const seen: unknown[] = [];
  while (undo().canUndo) {
    undo().undo();
    seen.push([settings().epochs, settings().arms[0]?.name]);
  }
  expect(seen).toEqual([
    [90, 'B'],
    [80, 'B'],
    [80, 'A'],
    [50, 'A'],
  ]);
});

it('takes all that one press sets for one step, however long it rests', () => {
  let press: number | null = 1;
  const { set, settings, undo } = open(() => press);
  set({ epochs: 60 });
  set({ epochs: 70 });
  press = null;
  set({ epochs: 80 });
  undo().undo();
  expect(settings().epochs).toBe(70);
  undo().undo();
  expect(settings().epochs).toBe(50);
});

it('forgets what could be made again once something else is set', () => {
  const { set, settings, undo } = open();
  set({ epochs: 60 });
  undo().undo();
  set({ epochs: 70 }, 10);
  expect(undo().canRedo).toBe(false);
  undo().undo();
  expect(settings().epochs).toBe(50);
});

it('counts nothing that sets the same again, and nothing before its beginning', () => {
  const { set, undo } = open();
  set({ arms: [{ name: 'A' }] });
  expect(undo().canUndo).toBe(false);
  set({ epochs: 60 });
  undo().beginHere();
  expect(undo().canUndo).toBe(false);
});

it('goes a hundred steps back', () => {
  const { set, settings, undo } = open();
  for (let epochs = 51; epochs <= 250; epochs++) set({ epochs });
  while (undo().canUndo) undo().undo();
  expect(settings().epochs).toBe(150);
});
