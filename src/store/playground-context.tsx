/** The store and its figures for React components. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { RunHistory } from '../client/run-history.ts';
import type { Playground, PlaygroundStore } from './playground-store.ts';

const PlaygroundContext = createContext<PlaygroundStore | null>(null);

export function PlaygroundProvider({
  store,
  children,
}: {
  readonly store: PlaygroundStore;
  readonly children: ReactNode;
}) {
  return <PlaygroundContext value={store}>{children}</PlaygroundContext>;
}

export function usePlayground<Part>(select: (state: Playground) => Part): Part {
  const store = useContext(PlaygroundContext);
  if (!store) throw new Error('There is no PlaygroundProvider above this component.');
  return useStore(store, select);
}

/** The figures of the run on screen; the component is drawn again whenever some arrive. */
export function useRunHistory(): RunHistory | null {
  const history = usePlayground((state) => state.history);
  useSyncExternalStore(history?.subscribe ?? subscribeToNothing, history?.version ?? unchanged);
  return history;
}

const subscribeToNothing = () => () => undefined;
const unchanged = () => 0;
