/**
 * Pictures of a run, by lane and view, kept to look back at. They take 64 MB at most: when that is full,
 * only one picture in so many epochs stays, of early and of late ones alike, and the newest of all.
 */
import { viewBytes } from '../protocol/view-buffers.ts';
import type { LanePictures, ViewId, Views } from '../protocol/views.ts';

export interface Kept<Picture> {
  /** A fraction in mid-epoch. */
  readonly epoch: number;
  readonly picture: Picture;
}

const MOST_BYTES = 64 * 2 ** 20;

/** All pictures of one lane and view. */
class Shelf {
  latest: Kept<Views[ViewId]> | null = null;
  /** By epoch; at most one in each stretch of `stride` epochs, the first. */
  private kept: Kept<Views[ViewId]>[] = [];

  add(taken: Kept<Views[ViewId]>, stride: number): void {
    this.latest = taken;
    // A picture in mid-epoch lasts until the next.
    if (!Number.isInteger(taken.epoch)) return;
    const place = this.kept.findIndex(({ epoch }) => epoch >= taken.epoch);
    // What was taken then stays: of an epoch that is restored later, it knows the step and its batch.
    if (this.kept[place]?.epoch === taken.epoch) return;
    this.kept.splice(place < 0 ? this.kept.length : place, 0, taken);
    this.thin(stride);
  }

  thin(stride: number): void {
    const stretch = (index: number) => Math.floor((this.kept[index]?.epoch ?? -1) / stride);
    this.kept = this.kept.filter((_, index) => stretch(index) !== stretch(index - 1));
  }

  /** The picture of that epoch or of the nearest before it; if there is none, of the first after it. */
  at(wanted: number): Kept<Views[ViewId]> | null {
    const { latest, kept } = this;
    const before = kept.findLast(({ epoch }) => epoch <= wanted);
    if (latest?.epoch === wanted && before?.epoch !== wanted) return latest;
    return before ?? kept[0] ?? latest;
  }

  /** In order, that of now among them. */
  get all(): readonly Kept<Views[ViewId]>[] {
    const { latest, kept } = this;
    return latest && latest.epoch > (kept.at(-1)?.epoch ?? -1) ? [...kept, latest] : [...kept];
  }

  get bytes(): number {
    return viewBytes([this.kept, this.latest]);
  }
}

export class PictureHistory {
  private readonly shelves = new Map<string, Shelf>();
  private readonly mostBytes: number;
  private stride = 1;
  private bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.mostBytes = mostBytes;
  }

  append(lane: number, { epoch, pictures }: LanePictures): void {
    for (const [id, picture] of Object.entries(pictures)) {
      const shelf = this.shelf(lane, id);
      shelf.add({ epoch, picture }, this.stride);
      this.bytes += viewBytes(picture);
    }
    while (this.bytes > this.mostBytes && this.recount() > this.mostBytes) {
      this.stride *= 2;
      for (const shelf of this.shelves.values()) shelf.thin(this.stride);
    }
  }

  /**
   * What a view showed at an epoch (null: now), or as near to it as was kept; null where no picture was
   * taken.
   */
  find<Id extends ViewId>(lane: number, id: Id, epoch: number | null): Kept<Views[Id]> | null {
    const shelf = this.shelves.get(nameOf(lane, id));
    const found = epoch === null ? shelf?.latest : shelf?.at(epoch);
    // A shelf holds nothing but pictures of its own view.
    return (found as Kept<Views[Id]> | null | undefined) ?? null;
  }

  /** All that were kept of a view, in order. */
  all<Id extends ViewId>(lane: number, id: Id): readonly Kept<Views[Id]>[] {
    const shelf = this.shelves.get(nameOf(lane, id));
    return (shelf?.all ?? []) as readonly Kept<Views[Id]>[];
  }

  /** A running sum would count pictures that were dropped since; this does not. */
  private recount(): number {
    this.bytes = 0;
    for (const shelf of this.shelves.values()) this.bytes += shelf.bytes;
    return this.bytes;
  }

  private shelf(lane: number, id: string): Shelf {
    const name = nameOf(lane, id);
    const shelf = this.shelves.get(name) ?? new Shelf();
    this.shelves.set(name, shelf);
    return shelf;
  }
}

function nameOf(lane: number, id: string): string {
  return `${lane}/${id}`;
}
