/** The pictures that were taken of a run's networks, for the panels that draw them. */
import { useMemo } from 'react';
import type { Kept } from '../../../client/picture-history.ts';
import type { RunHistory } from '../../../client/run-history.ts';
import type { ArmId } from '../../../experiment/experiment.ts';
import type { ViewId, Views } from '../../../protocol/views.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { useInTurn } from './use-in-turn.ts';

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
  return useInTurn(turnOf(armId, id), find);
}

/**
 * The same for all arms, in their order; arms without a picture are left out. `whose`: the arm that draws them, in
 * whose turn the component is drawn; null: all arms share what is drawn.
 */
export function usePictures<Id extends ViewId>(
  whose: ArmId | null,
  id: Id,
): readonly ArmPicture<Views[Id]>[] {
  const finder = usePictureFinder(id);
  const find = useMemo(() => keepingSame(finder, areSamePictures), [finder]);
  return useInTurn(whose && turnOf(whose, id), find);
}

/** What a view showed of all arms over the epochs, for the arm `whose`, which draws it. */
export function usePictureSeries<Id extends ViewId>(
  whose: ArmId,
  id: Id,
): readonly PictureSeries<Views[Id]>[] {
  const history = usePlayground((state) => state.history);
  const finder = usePictureFinder(id);
  const find = useMemo(() => {
    const findSeries = (lookBackEpoch: number | null) =>
      finder(lookBackEpoch).map((shown) => {
        const kept = history?.pictures.all(shown.index, id) ?? [];
        const isShown = ({ epoch }: Kept<Views[Id]>) => epoch <= (lookBackEpoch ?? Infinity);
        return { armId: shown.armId, shown, kept, upToShown: kept.filter(isShown) };
      });
    return keepingSame(findSeries, areSameSeries);
  }, [finder, history, id]);
  return useInTurn(whose, find);
}

/** The epochs of the pictures, of all arms, that the arm `whose` draws now, and the epoch that was looked for. */
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
  return useInTurn(turnOf(whose, id), find);
}

/** All that an arm shows of one view is drawn in one turn; each of its views has a turn of its own. */
function turnOf(armId: ArmId, id: ViewId): string {
  return `${id} of ${armId}`;
}

function usePictureFinder<Id extends ViewId>(id: Id) {
  const history = usePlayground((state) => state.history);
  const retired = usePlayground((state) => state.retiredArms);
  return useMemo(
    () => (epoch: number | null) => (history ? findPictures(history, { id, epoch, retired }) : []),
    [history, id, retired],
  );
}

/** Returns the object of the last call where its contents are the same. */
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
    return kept
      ? [{ armId, index, ...kept, epochOnShow: lane.at(epoch)?.epoch ?? kept.epoch }]
      : [];
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

function areSameSeries(
  some: readonly PictureSeries<unknown>[],
  others: readonly PictureSeries<unknown>[],
): boolean {
  const picturesOf = (series: readonly PictureSeries<unknown>[]) =>
    series.map(({ shown }) => shown);
  return (
    areSamePictures(picturesOf(some), picturesOf(others)) &&
    some.every(({ kept, upToShown }, index) => {
      const other = others[index];
      return other?.kept.length === kept.length && other.upToShown.length === upToShown.length;
    })
  );
}

export interface PictureSeries<Picture> {
  readonly armId: ArmId;
  /** Of the epoch that the page looks at. */
  readonly shown: ArmPicture<Picture>;
  /** All of the run, in order. */
  readonly kept: readonly Kept<Picture>[];
  /** Those up to the epoch that the page looks at. */
  readonly upToShown: readonly Kept<Picture>[];
}

export interface ArmPicture<Picture> extends Kept<Picture> {
  readonly armId: ArmId;
  /** Index of its lane in the run. */
  readonly index: number;
  /** The epoch of the figures that stood beside it when it was looked for. */
  readonly epochOnShow: number;
}

export interface PictureEpoch {
  readonly armId: ArmId;
  readonly epoch: number;
  /** The figures beside it are of another epoch. */
  readonly isOther: boolean;
  readonly looksBack: boolean;
}
