/** What Undo means on each page: on Compare the experiment and the preset it came from, elsewhere the form. */
import type { StoreApi } from 'zustand/vanilla';
import type { BiasVarianceStore } from '../bias-variance/bias-variance-store.ts';
import type { RestoredSettings } from '../compare/experiment-state.ts';
import type { PlaygroundStore } from '../playground.ts';
import type { SweepStore } from '../sweep/sweep-store.ts';
import { createUndoStore } from './undo-store.ts';
import type { UndoState } from './undo-store.ts';

interface PageStores {
  readonly playground: PlaygroundStore;
  readonly sweep: SweepStore;
  readonly biasVariance: BiasVarianceStore;
}

export type UndoPage = 'compare' | 'sweep' | 'bias-variance';
export type PageUndo = Readonly<Record<UndoPage, StoreApi<UndoState>>>;

export function createPageUndo(
  { playground, sweep, biasVariance }: PageStores,
  press: () => number | null = () => null,
): PageUndo {
  return {
    compare: createUndoStore({
      read: settingsOfCompare(playground),
      press,
      subscribe: playground.subscribe,
      write: (settings) => playground.getState().restoreSettings(settings),
    }),
    sweep: createUndoStore({
      read: () => sweep.getState().form,
      press,
      subscribe: sweep.subscribe,
      write: (form) => sweep.getState().change(form),
    }),
    'bias-variance': createUndoStore({
      read: () => biasVariance.getState().form,
      press,
      subscribe: biasVariance.subscribe,
      write: (form) => biasVariance.getState().change(form),
    }),
  };
}

/** The same object as long as neither is changed. */
function settingsOfCompare(store: PlaygroundStore): () => RestoredSettings {
  let last: RestoredSettings | null = null;
  return () => {
    const { experiment, presetId } = store.getState();
    if (last?.experiment !== experiment || last.presetId !== presetId)
      last = { experiment, presetId };
    return last;
  };
}
