/** The store and its figures for React components. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { LaneHistory, RunHistory } from '../client/run-history.ts';
import type { ArmId } from '../experiment/experiment.ts';
import type { Playground, PlaygroundStore } from './playground.ts';

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
  return useStore(usePlaygroundStore(), select);
}

/** For code that reads the store when it chooses to, without being drawn again. */
export function usePlaygroundStore(): PlaygroundStore {
  const store = useContext(PlaygroundContext);
  if (!store) throw new Error('There is no PlaygroundProvider above this component.');
  return store;
}

/** The figures of the run on screen; the component is drawn again whenever some arrive. */
export function useRunHistory(): RunHistory | null {
  const history = usePlayground((state) => state.history);
  useSyncExternalStore(history?.subscribe ?? subscribeToNothing, history?.version ?? unchanged);
  return history;
}

/** The arm's figures in the run on screen; null where that run has no such arm. */
export function useLane(armId: ArmId): LaneHistory | null {
  const history = useRunHistory();
  const isRetired = usePlayground((state) => state.retiredArms.includes(armId));
  return (!isRetired && history?.lanes.find(({ lane }) => lane.armId === armId)) || null;
}

/** The arm's figures, one a repeat, in the run on screen; none where that run has no such arm. */
export function useLanes(armId: ArmId): readonly LaneHistory[] {
  const history = useRunHistory();
  const isRetired = usePlayground((state) => state.retiredArms.includes(armId));
  return isRetired ? [] : (history?.lanesOf(armId) ?? []);
}

const subscribeToNothing = () => () => undefined;
const unchanged = () => 0;
