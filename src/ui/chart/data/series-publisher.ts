/**
 * Tells the charts of a run of new figures, each in its turn from the next animation frame on (so not at all in a
 * hidden tab); what comes before a turn is drawn with it. It holds nothing up: how often figures come is decided
 * in one place, before they arrive here. One publisher per run, shared by all its charts.
 */
import { useMemo, useSyncExternalStore } from 'react';
import { forgetTurn, inTurn } from '../../in-turn.ts';
import type { LaneSource, RunSource } from './run-source.ts';

/** A new object whenever there is something new to draw; the lanes in it live on. */
export interface Published<Figure extends string> {
  readonly lanes: readonly LaneSource<Figure>[];
}

export interface Publisher<Figure extends string> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly latest: () => Published<Figure>;
}

export function createPublisher<Figure extends string>(
  source: RunSource<Figure>,
): Publisher<Figure> {
  const listeners = new Set<() => void>();
  let version = source.version();
  let published: Published<Figure> = { lanes: source.lanes };
  let unsubscribe: (() => void) | undefined;

  function refresh() {
    if (version === source.version()) return false;
    version = source.version();
    published = { lanes: source.lanes };
    return true;
  }
  function publish() {
    if (refresh()) for (const listener of listeners) inTurn(listener, listener);
  }
  function stop() {
    unsubscribe?.();
    unsubscribe = undefined;
  }

  return {
    subscribe(listener) {
      // Takes up what came while nobody listened; later changes are announced to all.
      if (listeners.size === 0) refresh();
      listeners.add(listener);
      unsubscribe ??= source.subscribe(publish);
      return () => {
        listeners.delete(listener);
        forgetTurn(listener, listener);
        if (listeners.size === 0) stop();
      };
    },
    latest: () => published,
  };
}

const publishers = new WeakMap<object, unknown>();

function publisherOf<Figure extends string>(source: RunSource<Figure>): Publisher<Figure> {
  const known = publishers.get(source) as Publisher<Figure> | undefined;
  const publisher = known ?? createPublisher(source);
  if (!known) publishers.set(source, publisher);
  return publisher;
}

const NOTHING: Published<never> = { lanes: [] };
const EMPTY: Publisher<never> = { subscribe: () => () => undefined, latest: () => NOTHING };

export function usePublished<Figure extends string>(
  source: RunSource<Figure> | null,
): Published<Figure> {
  const publisher = useMemo<Publisher<Figure>>(
    () => (source ? publisherOf(source) : EMPTY),
    [source],
  );
  return useSyncExternalStore(publisher.subscribe, publisher.latest);
}
