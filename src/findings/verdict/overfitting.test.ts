import { describe, expect, it } from 'vitest';
import { wrongLabels } from '../../presets/wrong-labels.ts';
import type { ArmId } from '../../experiment/experiment.ts';
import {
  falling,
  lane as laneOf,
  NONE_WRONG,
  reaching,
  valley,
  verdict,
} from './verdict-fixture.ts';
import type { Curves } from './verdict-fixture.ts';

/** With true labels. */
const lane = (id: ArmId, curves: Curves) => laneOf(id, curves, 50, NONE_WRONG);

describe('overfitting', () => {
  it('says that accuracy held where only the loss rose', () => {
    const surer = { ...falling, validationAccuracy: (e: number) => (e < 10 ? 0.08 * e : 0.88) };
    expect(verdict([lane('A', surer)])[1]).toBe(
      'A overfits: its training loss still falls, but validation loss rises after epoch 17 (0.63 → 0.86). Its accuracy has not fallen: it becomes more confident in its mistakes.',
    );
  });

  it.each<[string, Curves]>([
    ['the rise is within the wobble', { validationLoss: (e) => 0.63 + 0.1 * (e % 2) + 0.001 * e }],
    ['the rise is below 5 %', { validationLoss: valley(0.63, 0.65) }],
    ['training loss rises too', { trainingLoss: valley(0.5, 0.9) }],
    [
      'the best epoch is among the last',
      { validationLoss: (e) => (e < 47 ? 2.3 - 0.03 * e : 1.5) },
    ],
    ['the curve is flat', { validationLoss: () => 0.63 }],
  ])('claims no overfitting when %s', (_, curves) => {
    const held: Curves = { validationAccuracy: reaching(0.88) };
    const statements = verdict([lane('A', { ...falling, ...held, ...curves })]);
    expect(statements.filter((statement) => statement.includes('overfits'))).toEqual([]);
    expect(statements).not.toEqual([]);
  });

  it('names an arm beside it whose accuracy falls by nearly as much', () => {
    const level = { ...falling, validationLoss: reaching(0.63) };
    // So many of the 500 answers changed for the worse, and the rest of them for the better.
    const near = (end: number): Curves => ({
      ...level,
      lostSinceBest: () => 40,
      validationAccuracy: (e) => (e < 10 ? 0.088 * e : 0.88 - ((0.88 - end) * (e - 10)) / 40),
    });
    const overfitting = (end: number) =>
      verdict([lane('A', level), lane('B', near(end))]).find((one) => one.includes('overfits'));
    expect(overfitting(0.86)).toMatch(
      /^A overfits: .* validation accuracy falls after .* B’s accuracy falls too, 88\.0 → 86\.0 %, by no more than chance explains on 500 images\.$/,
    );
    expect(overfitting(0.87)).not.toContain('B’s accuracy');
  });

  it('tells overfitting that only the accuracy shows', () => {
    const level = { ...falling, validationLoss: reaching(0.63) };
    expect(verdict([lane('A', level)])[1]).toBe(
      'A overfits: its training loss still falls, but validation accuracy falls after epoch 10 (88.0 → 76.4 %). Its validation loss does not show it.',
    );
    // A fall by 10 images, lost 40 and won 30, or to where training gets worse too, is none.
    const slight = (e: number) => (e < 10 ? 0.1 + 0.078 * e : 0.88 - 0.0005 * (e - 10));
    const forgetting = { ...level, trainingLoss: valley(0.5, 5) };
    for (const curves of [
      { ...level, validationAccuracy: slight, lostSinceBest: () => 40 },
      forgetting,
    ])
      expect(verdict([lane('A', curves)]).join(' ')).not.toContain('overfits');
  });

  it('names one epoch where loss and accuracy turn together', () => {
    const fall = (e: number) => (e < 17 ? 0.1 + 0.0459 * e : 0.88 - 0.0029 * (e - 17));
    expect(verdict([lane('A', { ...falling, validationAccuracy: fall })])[1]).toBe(
      'A overfits: its training loss still falls, but after epoch 17 validation loss rises (0.63 → 0.86) and validation accuracy falls (88.0 → 78.4 %).',
    );
  });

  it('does not say that accuracy held where it fell and training got worse', () => {
    const worse = { ...falling, trainingLoss: (e: number) => (e < 12 ? 0.14 : 2 - 0.025 * e) };
    expect(verdict([lane('A', worse)])[1]).toBe(
      'A overfits: its training loss still falls, but validation loss rises after epoch 17 (0.63 → 0.86).',
    );
  });

  it('says of several seeds that each is taken from its own best epoch', () => {
    const shifted = (by: number): Curves => ({
      ...falling,
      validationAccuracy: reaching(0.88),
      validationLoss: (e) => valley(0.63, 0.86)(Math.max(0, e - by)),
    });
    const lanes = [0, 2, 4].map((by, replicate) =>
      laneOf('A', shifted(by), 50, { ...NONE_WRONG, replicate }),
    );
    expect(verdict(lanes)[1]).toMatch(
      /^A overfits: its training loss still falls, but validation loss rises after about epoch 19 in all 3 seeds \(0\.63 → 0\.8\d\)\. Means over those seeds, each from its own best epoch to the end\. Its accuracy has not fallen/,
    );
  });

  it('speaks of all overfitting arms in one statement', () => {
    const { experiment } = wrongLabels;
    const arms = [...experiment.arms, { id: 'C' as const, name: null, regularizers: {} }];
    const three = { experiment: { ...experiment, arms } };
    const surer = { ...falling, validationAccuracy: reaching(0.88) };
    const found = (curves: readonly Curves[]) =>
      verdict(
        curves.map((one, index) => lane((['A', 'B', 'C'] as const)[index] ?? 'A', one)),
        three,
      ).filter((one) => one.includes('overfit'));
    expect(found([falling, falling, falling])).toEqual([
      'A, B and C overfit: training loss still falls, but validation loss rises after epoch 17 and validation accuracy falls after epoch 10.',
    ]);
    expect(found([falling, surer])).toEqual([
      'A and B overfit: training loss still falls, but in A validation loss rises after epoch 17 and validation accuracy falls after epoch 10; in B validation loss rises after epoch 17 (accuracy has not fallen).',
    ]);
  });
});
