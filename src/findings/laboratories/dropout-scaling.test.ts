import { expect, it } from 'vitest';
import { describeScaling } from './dropout-scaling.ts';

const answer = (loss: number, accuracy: number, confidence: number) => ({
  ...{ factor: 1, loss, accuracy, confidence, activation: 0.1845 },
});
const SCALING = {
  rate: 0.2,
  right: answer(0.134, 0.966, 0.98),
  byRate: answer(1.77, 0.963, 0.17),
  byKeptShare: answer(0.14, 0.966, 0.95),
  trainingActivation: 0.1847,
};
const leads = (scaling: typeof SCALING) => describeScaling(scaling).map(({ lead }) => lead);

it('says how much the loss is multiplied, and that accuracy hides it', () => {
  const [first] = describeScaling(SCALING);
  expect(first?.lead).toBe('Scaled a second time by p = 0.2, the loss is 13 times as high.');
  expect(first?.text).toContain('Accuracy hardly moves (96.6\u202f%, then 96.3\u202f%)');
  expect(first?.text).toContain('Accuracy alone would hide the mistake.');
});

it('does not say so where accuracy falls too', () => {
  const [first] = describeScaling({ ...SCALING, byRate: answer(2.29, 0.31, 0.11) });
  expect(first?.text).toContain('Accuracy falls');
  expect(first?.text).not.toContain('hide');
});

it('makes no factor of a small difference', () => {
  expect(leads({ ...SCALING, rate: 0.9, byRate: answer(0.15, 0.966, 0.9) })[0]).toBe(
    'Scaled a second time by p = 0.9, the loss goes from 0.134 to 0.150.',
  );
});

it('knows that both wrong rules are one at a half', () => {
  expect(leads(SCALING)[2]).toContain('right only where training does not divide');
  expect(leads({ ...SCALING, rate: 0.5 })[2]).toBe('At p = 0.5 both wrong rules are the same,');
});

it('gives the activations of training and inference', () => {
  expect(describeScaling(SCALING)[1]?.text).toContain('0.1847');
  expect(describeScaling(SCALING)[1]?.text).toContain('0.1845');
});

it('does not hide that a network less sure may have the lower loss', () => {
  expect(describeScaling(SCALING)[2]?.text).toContain('it brings the loss from 0.134 to 0.140.');
  const [, , cooler] = describeScaling({ ...SCALING, byKeptShare: answer(0.095, 0.966, 0.97) });
  expect(cooler?.text).toContain('happens to bring the loss from 0.134 to 0.095');
});
