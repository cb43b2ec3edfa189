/**
 * Undo and Redo of the settings of a page. Only what can be set is undone: runs and results stay. A slider that is
 * dragged, or a field that is typed in, is one step.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { changedPlaces } from './changed-places.ts';

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The settings as they are now are the first: what was kept from an earlier visit is no change. */
  readonly beginHere: () => void;
}

/** The settings that can be had back. They are never changed in place. */
export interface UndoableSettings<Settings> {
  readonly read: () => Settings;
  /** Called after every change of the store that holds them. */
  readonly subscribe: (listener: () => void) => unknown;
  readonly write: (settings: Settings) => void;
  /** The press that is under way; null: none is. */
  readonly press?: () => number | null;
}

const MOST_STEPS = 100;
/** Changes of the same place within this time of each other are one step. */
const GESTURE_MS = 1000;

interface Gesture {
  readonly places: string;
  readonly endMs: number;
  readonly press: number | null;
}

const NO_GESTURE: Gesture = { places: '', endMs: -Infinity, press: null };

export function createUndoStore<Settings>({
  read,
  subscribe,
  write,
  press = () => null,
}: UndoableSettings<Settings>): StoreApi<UndoState> {
  let current = read();
  let past: readonly Settings[] = [];
  let future: readonly Settings[] = [];
  let gesture: Gesture = NO_GESTURE;
  let isRestoring = false;

  const restore = (settings: Settings) => {
    isRestoring = true;
    write(settings);
    isRestoring = false;
    // A page may have set something of it otherwise, as it always does.
    current = read();
    gesture = NO_GESTURE;
    tell();
  };
  const store = createStore<UndoState>()(() => ({
    ...{ canUndo: false, canRedo: false },
    undo: () => {
      const settings = past.at(-1);
      if (settings === undefined) return;
      past = past.slice(0, -1);
      future = [...future, current];
      restore(settings);
    },
    redo: () => {
      const settings = future.at(-1);
      if (settings === undefined) return;
      future = future.slice(0, -1);
      past = [...past, current];
      restore(settings);
    },
    beginHere: () => {
      [past, future, current] = [[], [], read()];
      tell();
    },
  }));
  const tell = () => store.setState({ canUndo: past.length > 0, canRedo: future.length > 0 });

  subscribe(() => {
    const settings = read();
    if (isRestoring || settings === current) return;
    const places = changedPlaces(current, settings).join(' ');
    const before = current;
    current = settings;
    if (places === '') return;
    const nowMs = performance.now();
    const held = press();
    // As long as a slider is held it may rest for a while.
    const isHeldOn = held !== null && held === gesture.press;
    const goesOn =
      places === gesture.places && (isHeldOn || nowMs < gesture.endMs) && future.length === 0;
    gesture = { places, endMs: nowMs + GESTURE_MS, press: held };
    if (!goesOn) past = [...past, before].slice(-MOST_STEPS);
    future = [];
    tell();
  });
  return store;
}
