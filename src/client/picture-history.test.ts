import { describe, expect, it } from 'vitest';
import type { WeightsView } from '../protocol/views.ts';
import { PictureHistory } from './picture-history.ts';

const BYTES = 400;

/** Recognised by its norm. */
function weights(norm: number): WeightsView {
  const counts = new Uint32Array(BYTES / 4);
  const layer = { inputs: 4, units: 2, zeros: 0, small: 0, meanSize: 1, largest: 1, binWidth: 1 };
  return { layers: [{ ...layer, norm, counts }] };
}

function historyOf(epochs: Iterable<number>, mostBytes?: number, lane = 0) {
  const history = new PictureHistory(mostBytes);
  for (const epoch of epochs)
    history.append(lane, { epoch, pictures: { weights: weights(epoch) } });
  return history;
}

const shown = (history: PictureHistory, epoch: number | null, lane = 0) =>
  history.find(lane, 'weights', epoch)?.picture.layers[0]?.norm;

describe('pictures', () => {
  it('are found by their epoch, or the nearest kept before it, or the first', () => {
    const history = historyOf([3, 4, 9]);
    expect([3, 4, 8, 9, 50].map((epoch) => shown(history, epoch))).toEqual([3, 4, 4, 9, 9]);
    expect(shown(history, 0)).toBe(3);
    expect(shown(history, null)).toBe(9);
    expect(history.find(0, 'weights', 8)?.epoch).toBe(4);
  });

  it('are none of another lane', () => {
    expect(shown(historyOf([1]), null, 1)).toBeUndefined();
  });

  it('of mid-epoch are gone with the next', () => {
    const history = historyOf([1, 1.5]);
    expect(shown(history, null)).toBe(1.5);
    expect(shown(history, 2)).toBe(1);
    history.append(0, { epoch: 2, pictures: { weights: weights(2) } });
    expect(shown(history, null)).toBe(2);
  });

  it('of an epoch that was restored are what is shown now', () => {
    const history = historyOf([0, 1, 2, 3, 1]);
    expect(shown(history, null)).toBe(1);
    expect(shown(history, 3)).toBe(3);
  });

  it('are thinned when memory is full, early and late ones alike', () => {
    const most = 40;
    const history = historyOf(Array(1000).keys(), most * BYTES);
    const kept = Array.from({ length: 1000 }, (_, epoch) => epoch).filter(
      (epoch) => history.find(0, 'weights', epoch)?.epoch === epoch,
    );
    expect(kept.length).toBeLessThanOrEqual(most);
    expect(kept.length).toBeGreaterThan(most / 4);
    expect([kept[0], kept.at(-1)]).toEqual([0, 999]);
    const halves = kept.filter((epoch) => epoch < 500).length / kept.length;
    expect(halves).toBeGreaterThan(0.4);
    expect(halves).toBeLessThan(0.6);
  });
});
