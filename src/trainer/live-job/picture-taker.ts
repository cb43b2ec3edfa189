/**
 * Takes the pictures that the page watches (views/, one file a view) and hands them to the frame sender.
 * While training it spends about a twentieth of the time on them: half of that for the panel on screen,
 * the rest for what is kept to look back at. When training rests, what is on screen is always taken.
 */
import type { Dataset } from '../../datasets/dataset.ts';
import type { LaneFigures } from '../../engine/measuring/measuring.ts';
import type { LaneInsides } from '../../engine/lanes/lane-insides.ts';
import type { TrainingRun } from '../../engine/lanes/training-run.ts';
import type { Pictures, ViewId, Views, WatchedViews } from '../../protocol/views.ts';
import type { FrameSender } from './frame-sender.ts';
import type { LoadedData } from '../load-data.ts';
import type { PlannedLane } from '../plan-lanes.ts';
import { VIEW_MAKERS } from '../views/registry.ts';
import type { LaneLook } from '../views/view-maker.ts';

const SHARE_OF_TIME = 0.05;

/** Where a lane stands, and what it answered there. */
interface Measured {
  readonly epoch: number;
  readonly figures: LaneFigures;
}

export interface PictureParts {
  readonly run: TrainingRun;
  readonly lanes: readonly PlannedLane[];
  readonly dataset: Dataset;
  readonly splitOf: LoadedData['splitOf'];
  readonly sender: FrameSender;
  readonly breathe: () => Promise<void>;
}

export class PictureTaker {
  private watched: WatchedViews = { open: [], kept: [] };
  private looksAnew = false;
  private readonly measured = new Map<number, Measured>();
  /** When a view may be made again, and of which epochs each lane's last one is. */
  private readonly dueAt = new Map<ViewId, number>();
  private readonly costMs = new Map<ViewId, number>();
  private spareMs = 0;
  private readonly taken = new Map<string, string>();
  private readonly parts: PictureParts;

  constructor(parts: PictureParts) {
    this.parts = parts;
  }

  /** Told again what is on screen already, as after every change of a setting, it takes no picture early. */
  watch(views: WatchedViews): void {
    const { open } = this.watched;
    this.looksAnew = views.open.some((id) => this.looksAnew || !open.includes(id));
    this.watched = views;
  }

  /** Training has come to rest elsewhere: what is on screen is of before. */
  lookAnew(): void {
    this.looksAnew = this.watched.open.length > 0;
  }

  /** Something was put on screen since pictures were last taken. */
  get isAwaited(): boolean {
    return this.looksAnew;
  }

  get isWatched(): boolean {
    return this.watched.open.length > 0;
  }

  /**
   * Training waits for its pace: whether that leaves time for what is on screen, which is known once it
   * was taken for the first time. What several short waits leave over adds up to one picture.
   */
  affords(spareMs: number): boolean {
    this.spareMs += Math.max(0, spareMs);
    const cost = this.watched.open.reduce((sum, id) => sum + (this.costMs.get(id) ?? Infinity), 0);
    if (cost >= this.spareMs) return false;
    this.spareMs = 0;
    return true;
  }

  /** From now on pictures of the lane are of this epoch. */
  setMeasured(lane: number, epoch: number, figures: LaneFigures): void {
    this.measured.set(lane, { epoch, figures });
  }

  /** There is nothing to see in a lane that diverged. */
  forget(lane: number): void {
    this.measured.delete(lane);
  }

  /** At the end of an epoch: what time allows. */
  async takeDue(): Promise<void> {
    if (!this.parts.sender.hasRoomForPictures) return;
    const now = performance.now();
    await this.take(this.affordable.filter((id) => (this.dueAt.get(id) ?? -Infinity) <= now));
  }

  /** Training rests: all that is on screen. */
  async takeOpen(): Promise<void> {
    this.looksAnew = false;
    await this.take(this.watched.open);
  }

  /** The run is over: what the verdict is written from, of where every lane ended. */
  async takeEnd(): Promise<void> {
    const { hidden = [] } = this.watched;
    const told = [...this.affordable, ...hidden.filter(isQuick)];
    await this.take(told.filter((id) => VIEW_MAKERS[id].tellsTheEnd === true));
  }

  /** What is on screen, and of the rest what is quick to make. */
  private get affordable(): readonly ViewId[] {
    return [...this.watched.open, ...this.watched.kept.filter(isQuick)];
  }

  private async take(views: readonly ViewId[]): Promise<void> {
    const before = performance.now();
    const insides = await this.lookInside(views);
    const readers = views.filter((id) => VIEW_MAKERS[id].needsWeights).length;
    const readMs = (performance.now() - before) / Math.max(readers, 1);
    for (const id of views) {
      const missing = this.missing(id);
      if (missing.length === 0) continue;
      let costMs = VIEW_MAKERS[id].needsWeights ? readMs : 0;
      for (const lane of missing) {
        const startedAt = performance.now();
        this.takeOne(id, lane, insides);
        costMs += performance.now() - startedAt;
        await this.parts.breathe();
      }
      this.costMs.set(id, costMs);
      this.dueAt.set(id, performance.now() + costMs / this.shareOf(id));
    }
  }

  private takeOne(id: ViewId, lane: number, insides: ReadonlyMap<number, LaneInsides>): void {
    const epoch = this.measured.get(lane)?.epoch;
    const members = this.membersOf(id, lane);
    const view = makeView(
      id,
      members.flatMap((member) => {
        const look = this.lookAt(member);
        return look ? [{ look, insides: insides.get(member) }] : [];
      }),
    );
    if (!view || epoch === undefined) return;
    const pictures: Pictures = { [id]: view };
    this.parts.sender.addPictures(lane, { epoch, pictures });
    this.taken.set(nameOf(id, lane), this.stampOf(members));
  }

  private lookAt(lane: number): LaneLook | null {
    const { lanes, dataset, splitOf } = this.parts;
    const [measured, planned] = [this.measured.get(lane), lanes[lane]];
    if (!measured || !planned) return null;
    const { plan, spec } = planned;
    const { validationOutputs } = measured.figures;
    return { plan, dataset, split: splitOf(spec), validationOutputs };
  }

  private lookInside(views: readonly ViewId[]): Promise<Map<number, LaneInsides>> {
    const readers = views.filter((id) => VIEW_MAKERS[id].needsWeights);
    const lanes = readers.flatMap((id) =>
      this.missing(id).flatMap((lane) => this.membersOf(id, lane)),
    );
    return this.parts.run.lookInside(new Set(lanes));
  }

  /** First repeats and folds of which there is no such picture from where all that it is made of stand. */
  private missing(id: ViewId): number[] {
    return [...this.measured.keys()].filter((lane) => {
      const planned = this.parts.lanes[lane];
      if (planned?.replicate !== 0 || planned.fold !== 0) return false;
      return this.taken.get(nameOf(id, lane)) !== this.stampOf(this.membersOf(id, lane));
    });
  }

  /** What a lane's picture is made of: the lane alone, or it and the other repeats (and folds) of its arm. */
  private membersOf(id: ViewId, lane: number): number[] {
    if (VIEW_MAKERS[id].comparesRepeats !== true) return [lane];
    const { lanes } = this.parts;
    return lanes.flatMap(({ arm }, other) =>
      arm.id === lanes[lane]?.arm.id && this.measured.has(other) ? [other] : [],
    );
  }

  private stampOf(members: readonly number[]): string {
    return members.map((lane) => `${lane}@${this.measured.get(lane)?.epoch ?? NaN}`).join();
  }

  private shareOf(id: ViewId): number {
    const { open, kept } = this.watched;
    const peers = open.includes(id) ? open : kept;
    return SHARE_OF_TIME / 2 / Math.max(peers.length, 1);
  }
}

function isQuick(id: ViewId): boolean {
  return VIEW_MAKERS[id].onlyWhenOpen !== true;
}

function nameOf(id: ViewId, lane: number): string {
  return `${id}/${lane}`;
}

interface Member {
  readonly look: LaneLook;
  readonly insides: LaneInsides | undefined;
}

/** Null where weights are needed and there are none. */
function makeView<Id extends ViewId>(id: Id, members: readonly Member[]): Views[Id] | null {
  const maker = VIEW_MAKERS[id];
  const [first] = members;
  if (!maker.needsWeights) return first ? maker.make(first.look) : null;
  const [one, ...others] = members.flatMap(({ look, insides }) =>
    insides ? [{ ...look, ...insides }] : [],
  );
  if (!one) return null;
  return maker.comparesRepeats ? maker.make([one, ...others]) : maker.make(one);
}
