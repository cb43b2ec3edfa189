import { describe, expect, it } from 'vitest';
import type { LaneState } from '../../engine/lanes/lane-state.ts';
import { viewBytes } from '../../protocol/view-buffers.ts';
import { MOST_VIEW_BYTES } from '../../protocol/views.ts';
import { activationsView } from './activations-view.ts';
import { lookOf, makeView, withHiddenLayers } from './look-fixture.ts';
import type { LaneInside } from './view-maker.ts';

const alone = (value: readonly number[]) => ({
  value: Float32Array.from(value),
  first: null,
  second: null,
});
const layer = (weights: readonly number[], bias: readonly number[]): LaneState[number] => ({
  ...{ weights: alone(weights), bias: alone(bias), batchNorm: null },
});
/** One feature; three units see x, −x and, as good as never, x − 100. */
const first = layer([1, -1, 1], [0, 0, -100]);
const xs = [-2, -1, 0, 3];

function laneWith(
  activation: LaneInside['plan']['network']['activation'],
  state: LaneState,
): LaneInside {
  const look = lookOf({ features: xs.map((x) => [x]), targets: [0, 0, 0, 0], classes: 2 });
  const hidden = state.slice(0, -1).map(({ bias }) => bias.value.length);
  return { ...withHiddenLayers(look, hidden, { activation }), state };
}

describe('activations view', () => {
  it('tells for each unit its mean, and which are dead: 0 on every row', () => {
    const second = layer([1, 0, 0, 1, 5, 5], [0.5, -3]);
    const state = [first, second, layer([1, 1, 1, 1], [0, 0])];
    const view = makeView(activationsView, laneWith('relu', state));
    expect(view).toMatchObject({ activation: 'relu', rows: 4 });
    const [below, above] = view.layers;
    // relu(x): 0 0 0 3; relu(−x): 2 1 0 0; relu(x − 100): 0 0 0 0.
    expect([...(below?.means ?? [])]).toEqual([0.75, 0.75, 0]);
    expect([...(below?.isDead ?? [])]).toEqual([0, 0, 1]);
    expect(below).toMatchObject({ zeros: 9, smallest: 0, largest: 3 });
    expect(below?.counts.reduce((sum, one) => sum + one, 0)).toBe(3);
    // relu(relu(x) + 0.5): 0.5 0.5 0.5 3.5; relu(relu(−x) − 3): never.
    expect([...(above?.means ?? [])]).toEqual([1.25, 0]);
    expect([...(above?.isDead ?? [])]).toEqual([0, 1]);
  });

  it.each(['tanh', 'sigmoid', 'elu'] as const)('of %s calls dead what is saturated', (id) => {
    // Units see x, x − 100 (always far below), and x + 1000 (far above, where ELU is a line).
    const state = [layer([1, 1, 1], [0, -100, 1000]), layer([1, 1, 1, 1, 1, 1], [0, 0])];
    const [only] = makeView(activationsView, laneWith(id, state)).layers;
    expect([...(only?.isDead ?? [])]).toEqual(id === 'elu' ? [0, 1, 0] : [0, 1, 1]);
  });

  it.each(['leakyRelu', 'linear'] as const)('of %s calls none dead', (id) => {
    const state = [first, layer([1, 1, 1, 1, 1, 1], [0, 0])];
    const [only] = makeView(activationsView, laneWith(id, state)).layers;
    expect([...(only?.isDead ?? [])]).toEqual([0, 0, 0]);
    expect(only?.smallest).toBeCloseTo(id === 'linear' ? -102 : -20.4, 4);
  });

  it('has nothing to tell without hidden layers', () => {
    const look = lookOf({ features: xs.map((x) => [x]), targets: [0, 0, 0, 0], classes: 2 });
    expect(makeView(activationsView, look).layers).toEqual([]);
  });

  it('asks about 500 rows, fewer of a large network, and stays small', () => {
    const many = Array.from({ length: 600 }, (_, i) => [i / 600, 1]);
    const look = lookOf({ features: many, targets: many.map(() => 0), classes: 2 });
    expect(makeView(activationsView, withHiddenLayers(look, [8])).rows).toBe(500);
    const large = makeView(activationsView, withHiddenLayers(look, [1024, 200, 50]));
    expect(large.rows).toBe(110);
    expect(viewBytes(large)).toBeLessThan(MOST_VIEW_BYTES);
  });
});
