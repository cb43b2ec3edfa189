import { expect, it } from 'vitest';
import { confusionView } from './confusion-view.ts';
import { lookOf } from './look-fixture.ts';

it('counts answers of each true class, ties for the first', () => {
  const said = [0, 2, 2, 1, 1, 0, 2];
  const targets = [0, 2, 1, 1, 0, 0, 1];
  const outputs = Float32Array.from(
    said.flatMap((winner) => [0, 1, 2].map((one) => (one === winner ? 4 : -one))),
  );
  // Of the last row all outputs are equal: the answer is the first class.
  outputs.fill(1, 18);
  const look = lookOf({ features: targets.map(() => [1]), targets, classes: 3, outputs });
  if (confusionView.needsWeights) throw new Error('Outputs say it all.');
  const { classes, counts } = confusionView.make(look);
  expect(classes).toBe(3);
  expect([...counts]).toEqual([
    ...[2, 1, 0], // true 0
    ...[1, 1, 1], // true 1
    ...[0, 0, 1], // true 2
  ]);
});
