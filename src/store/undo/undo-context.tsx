/** Undo and Redo for React components. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PageUndo, UndoPage } from './page-undo.ts';
import type { UndoState } from './undo-store.ts';

/** For a part of a page that stands alone. */
const NOTHING_TO_UNDO = createStore<UndoState>()(() => ({
  ...{ canUndo: false, canRedo: false },
  ...{ undo: () => undefined, redo: () => undefined, beginHere: () => undefined },
}));

export const UndoContext = createContext<PageUndo | null>(null);

export function useUndo(page: UndoPage): UndoState {
  const pages = useContext(UndoContext);
  return useStore(pages?.[page] ?? NOTHING_TO_UNDO);
}
