/**
 * What a verdict is to be written from, for as long as somebody looks: at once when the run comes to rest,
 * and now and then while it trains, since sentences that change many times a second cannot be read.
 */
import type { PlaygroundStore } from '../../store/playground-store.ts';
import { readMaterial } from './read-material.ts';
import type { Standing } from './read-material.ts';
import type { VerdictMaterial } from './verdict-material.ts';

const INTERVAL_MS = 1000;

export class VerdictWatch {
  private readonly store: PlaygroundStore;
  private material: VerdictMaterial | null;
  /** Of what was read last. */
  private stamp: readonly unknown[];
  private readAt = performance.now();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: PlaygroundStore) {
    this.store = store;
    const state = store.getState();
    this.material = readMaterial(state);
    this.stamp = stampOf(state);
  }

  /** For React's useSyncExternalStore, as is `subscribe`. */
  readonly current = (): VerdictMaterial | null => this.material;

  readonly subscribe = (listener: () => void): (() => void) => {
    const look = () => {
      if (this.timer === undefined) this.look(listener);
    };
    const unsubscribe = this.store.subscribe((state, before) => {
      if (state.status !== before.status) this.stopWaiting();
      look();
    });
    look();
    return () => {
      unsubscribe();
      this.stopWaiting();
    };
  };

  private look(listener: () => void): void {
    const state = this.store.getState();
    const stamp = stampOf(state);
    if (stamp.every((part, index) => part === this.stamp[index])) return;
    const waitMs = this.readAt + INTERVAL_MS - performance.now();
    if (state.status === 'training' && this.material !== null && waitMs > 0) {
      this.timer = setTimeout(() => {
        this.timer = undefined;
        this.look(listener);
      }, waitMs);
      return;
    }
    this.stamp = stamp;
    this.readAt = performance.now();
    this.material = readMaterial(state);
    listener();
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

/** Alike as long as the verdict is. */
function stampOf(state: Standing): readonly unknown[] {
  const { history, runExperiment, status, failure, liveChanges, retiredArms, test } = state;
  return [
    ...[history, history?.version(), runExperiment, status],
    ...[failure, liveChanges, retiredArms, test],
  ];
}
