/** The store and its figures for React components. */
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Kept } from '../client/picture-history.ts';
import type { LaneHistory, RunHistory } from '../client/run-history.ts';
import type { ArmId } from '../protocol/experiment.ts';
import type { ViewId, Views } from '../protocol/views.ts';
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
  return useStore(usePlaygroundStore(), select);
}

/** For what looks into the store at times of its own. */
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

/**
 * What a view shows of an arm, its first repeat, at the epoch that the page looks at or the nearest kept;
 * null where no picture has come yet. Figures come far more often than pictures: the component is drawn again
 * only for another picture.
 */
export function usePicture<Id extends ViewId>(armId: ArmId, id: Id): Kept<Views[Id]> | null {
  const history = usePlayground((state) => state.history);
  const epoch = usePlayground((state) => state.lookBackEpoch);
  const isRetired = usePlayground((state) => state.retiredArms.includes(armId));
  return useSyncExternalStore(history?.subscribe ?? subscribeToNothing, () => {
    if (!history || isRetired) return null;
    const first = history.lanes.findIndex(({ lane }) => lane.armId === armId);
    return first < 0 ? null : history.pictures.find(first, id, epoch);
  });
}

/** The same of all arms, in their order, for scales that they share; arms without one are left out. */
export function usePictures<Id extends ViewId>(id: Id): readonly ArmPicture<Views[Id]>[] {
  const history = usePlayground((state) => state.history);
  const epoch = usePlayground((state) => state.lookBackEpoch);
  const retired = usePlayground((state) => state.retiredArms);
  const find = useMemo(
    () => pictureFinder(history, { id, epoch, retired }),
    [history, id, epoch, retired],
  );
  return useSyncExternalStore(history?.subscribe ?? subscribeToNothing, find);
}

interface Wanted<Id extends ViewId> {
  readonly id: Id;
  readonly epoch: number | null;
  readonly retired: readonly ArmId[];
}

/** Finds the same list as long as the pictures in it are the same. */
function pictureFinder<Id extends ViewId>(history: RunHistory | null, wanted: Wanted<Id>) {
  let last: readonly ArmPicture<Views[Id]>[] = [];
  return () => {
    const found = history ? findPictures(history, wanted) : [];
    if (!areSamePictures(last, found)) last = found;
    return last;
  };
}

function findPictures<Id extends ViewId>(
  history: RunHistory,
  { id, epoch, retired }: Wanted<Id>,
): readonly ArmPicture<Views[Id]>[] {
  return history.lanes.flatMap(({ lane }, index) => {
    if (lane.replicate > 0 || retired.includes(lane.armId)) return [];
    const kept = history.pictures.find(index, id, epoch);
    return kept ? [{ armId: lane.armId, ...kept }] : [];
  });
}

function areSamePictures(
  some: readonly ArmPicture<unknown>[],
  others: readonly ArmPicture<unknown>[],
): boolean {
  return (
    some.length === others.length &&
    some.every(({ armId, epoch, picture }, index) => {
      const other = others[index];
      return other?.armId === armId && other.epoch === epoch && other.picture === picture;
    })
  );
}

export interface ArmPicture<Picture> extends Kept<Picture> {
  readonly armId: ArmId;
}

const subscribeToNothing = () => () => undefined;
const unchanged = () => 0;
