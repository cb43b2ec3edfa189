/** Tests that margins can be broken. */
import { expect, it } from 'vitest';
import { defineClaim, describeMargin, examine, holds } from './claim.ts';
import type { Margin } from './claim.ts';

const every: Margin = { figure: 'gain', of: 'every seed', atLeast: 4 };
const mean: Margin = { figure: 'gain', of: 'the mean', atLeast: -2.5, atMost: 2.5 };

it('holds every seed, or their mean, to both ends', () => {
  expect(holds(every, [4, 9])).toBe(true);
  expect(holds(every, [3.9, 9])).toBe(false);
  expect(holds(mean, [-6, 1])).toBe(true);
  expect(holds(mean, [-6, 0.9])).toBe(false);
  expect(holds(mean, [6, -0.9])).toBe(false);
});

it('holds nothing of a figure that is no number', () => {
  expect(holds(every, [9, NaN])).toBe(false);
  expect(holds(mean, [0, NaN])).toBe(false);
});

it('measures seed by seed', async () => {
  const claim = defineClaim({
    id: 'P0',
    preset: null,
    says: 'twice as much',
    isQuick: true,
    measure: (_, seed) => Promise.resolve({ gain: 2 * seed }),
    margins: [every],
  });
  const train = () => Promise.reject(new Error('Nothing is to be trained.'));
  expect(await examine(claim, { train, trainSweep: train, trainPlan: train })).toEqual([
    { margin: every, values: [2, 4, 6, 8, 10], holds: false },
  ]);
});

it('says what it asks', () => {
  expect(describeMargin(every)).toBe('every seed ≥ 4');
  expect(describeMargin(mean)).toBe('the mean from -2.5 to 2.5');
});
