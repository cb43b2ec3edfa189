/** The store and its figures for React components. */
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { forgetTurn, inTurn } from '../base/in-turn.ts';
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

/** Counts the frames of the run on screen, for what follows from all of them; `whose` turn it is drawn in. */
export function useFrameCount(whose: string): number | undefined {
  const history = usePlayground((state) => state.history);
  const find = useMemo(() => () => history?.version(), [history]);
  return useInTurn(whose, find);
}

/**
 * What a view shows of an arm, its first repeat, at the epoch that the page looks at or the nearest kept;
 * null where no picture has come yet. The component is drawn again only for another picture, in the arm's turn.
 */
export function usePicture<Id extends ViewId>(armId: ArmId, id: Id): Views[Id] | null {
  const finder = usePictureFinder(id);
  const find = useMemo(
    () => (epoch: number | null) =>
      finder(epoch).find((one) => one.armId === armId)?.picture ?? null,
    [finder, armId],
  );
  return useInTurn(armId, find);
}

/**
 * The same of all arms, in their order, for what `whose` arm shares with them (null: for what all share); arms
 * without a picture are left out.
 */
export function usePictures<Id extends ViewId>(
  whose: ArmId | null,
  id: Id,
): readonly ArmPicture<Views[Id]>[] {
  const finder = usePictureFinder(id);
  const find = useMemo(() => keepingSame(finder, areSamePictures), [finder]);
  return useInTurn(whose, find);
}

/** Of which epochs the pictures of all arms are that `whose` arm draws now, and which epoch was looked for. */
export function usePictureEpochs(whose: ArmId, id: ViewId): readonly PictureEpoch[] {
  const finder = usePictureFinder(id);
  const find = useMemo(() => {
    const findEpochs = (lookBackEpoch: number | null) =>
      finder(lookBackEpoch).map(({ armId, epoch, epochOnShow }) => {
        const isOther = epoch !== epochOnShow;
        return { armId, epoch, isOther, looksBack: lookBackEpoch !== null };
      });
    return keepingSame(
      findEpochs,
      (some, others) => JSON.stringify(some) === JSON.stringify(others),
    );
  }, [finder]);
  return useInTurn(whose, find);
}

function usePictureFinder<Id extends ViewId>(id: Id) {
  const history = usePlayground((state) => state.history);
  const retired = usePlayground((state) => state.retiredArms);
  return useMemo(
    () => (epoch: number | null) => (history ? findPictures(history, { id, epoch, retired }) : []),
    [history, id, retired],
  );
}

/**
 * What there is to draw of the epoch on show, found again when frames come or the page looks at another epoch,
 * in the turn of the arm that draws it. Another `find` is asked at once.
 */
function useInTurn<Found>(whose: string | null, find: (epoch: number | null) => Found): Found {
  const history = usePlayground((state) => state.history);
  const epoch = usePlayground((state) => state.lookBackEpoch);
  const [drawn, setDrawn] = useState(() => ({ find, found: find(epoch) }));
  const drawnLast = useRef(drawn);
  useEffect(() => {
    const look = () => {
      const found = find(epoch);
      const { current: last } = drawnLast;
      // Before it is set: React might render once more to see that it is the same.
      if (last.find === find && last.found === found) return;
      drawnLast.current = { find, found };
      setDrawn(drawnLast.current);
    };
    const ask = () => {
      inTurn(whose, look);
    };
    // What came since it was drawn.
    ask();
    const leave = history?.subscribe(ask);
    return () => {
      leave?.();
      forgetTurn(whose, look);
    };
  }, [whose, history, epoch, find]);
  // Of a run that is over nothing is shown, and of another view nothing at all.
  return useMemo(() => (drawn.find === find ? drawn.found : find(epoch)), [drawn, find, epoch]);
}

/** Finds the object of the last time where what is in it is the same. */
function keepingSame<Wanted, Found>(
  find: (wanted: Wanted) => Found,
  areSame: (some: Found, others: Found) => boolean,
) {
  let last: Found | undefined;
  return (wanted: Wanted) => {
    const found = find(wanted);
    if (last === undefined || !areSame(last, found)) last = found;
    return last;
  };
}

interface Wanted<Id extends ViewId> {
  readonly id: Id;
  readonly epoch: number | null;
  readonly retired: readonly ArmId[];
}

function findPictures<Id extends ViewId>(
  history: RunHistory,
  { id, epoch, retired }: Wanted<Id>,
): readonly ArmPicture<Views[Id]>[] {
  return history.lanes.flatMap((lane, index) => {
    const { armId, replicate } = lane.lane;
    if (replicate > 0 || retired.includes(armId)) return [];
    const kept = history.pictures.find(index, id, epoch);
    return kept ? [{ armId, ...kept, epochOnShow: lane.at(epoch)?.epoch ?? kept.epoch }] : [];
  });
}

function areSamePictures(
  some: readonly ArmPicture<unknown>[],
  others: readonly ArmPicture<unknown>[],
): boolean {
  return (
    some.length === others.length &&
    some.every(({ armId, picture }, index) => {
      const other = others[index];
      return other?.armId === armId && other.picture === picture;
    })
  );
}

export interface ArmPicture<Picture> extends Kept<Picture> {
  readonly armId: ArmId;
  /** Of the figures that stood beside it when it was looked for. */
  readonly epochOnShow: number;
}

export interface PictureEpoch {
  readonly armId: ArmId;
  readonly epoch: number;
  /** The figures beside it are of another epoch. */
  readonly isOther: boolean;
  readonly looksBack: boolean;
}

const subscribeToNothing = () => () => undefined;
const unchanged = () => 0;
