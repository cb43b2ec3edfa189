/** Where Adam with L2 and where AdamW has come to, beside the ridge solution. */
import { withCommas } from '../../base/text/with-commas.ts';
import type { TwoWeights } from '../../closed-forms/two-weights.ts';
import { formatNumber } from '../../settings/settings.ts';
import type { Statement } from '../statement.ts';

interface DecayEnds {
  readonly l2: number;
  readonly weightDecay: number;
  /** Of ridge with the λ of L2. */
  readonly ridge: TwoWeights;
  /** Both at the end. */
  readonly ofL2: TwoWeights;
  readonly ofDecay: TwoWeights;
  readonly steps: number;
  /** Where AdamW was when half of the steps were taken. */
  readonly ofDecayHalfway: TwoWeights;
}

/** A network that has arrived wanders no farther than this, from batch to batch. */
const NEAR = 0.03;
/** If AdamW has moved farther than this since halfway, it is still on its way. */
const MOVES = 0.02;
/** Shares that differ by no more are called alike. */
const ALIKE = 0.1;

export function describeDecay(ends: DecayEnds): Statement[] {
  return [describeL2(ends), describeAdamW(ends)];
}

function describeL2({ l2, ridge, ofL2, steps }: DecayEnds): Statement {
  const place = `Adam with L2, λ = ${formatNumber(l2)}, stands at ${placeText(ofL2)} after ${withCommas(steps)} steps`;
  if (distance(ofL2, ridge) > NEAR)
    return { lead: `${place};`, text: `the ridge solution is ${placeText(ridge)}.` };
  return {
    lead: `${place}: the ridge solution, ${placeText(ridge)}.`,
    text:
      l2 === 0
        ? 'Without a penalty that is least squares.'
        : `L2 is a term of the loss, and its minimum is the same for every optimizer.${ridge[0] - ridge[1] > ALIKE ? ' It costs the loss little to give up the weight of the small feature, and so L2 takes most of that.' : ''}`,
  };
}

function describeAdamW({ weightDecay, ofDecay, ofDecayHalfway, steps }: DecayEnds): Statement {
  const moved = distance(ofDecay, ofDecayHalfway);
  const alike = Math.abs(ofDecay[0] - ofDecay[1]) <= ALIKE;
  const lead = `AdamW, λ = ${formatNumber(weightDecay)}, stands at ${placeText(ofDecay)}${moved > MOVES ? ', and is still on its way' : ''}.`;
  if (weightDecay === 0) return { lead, text: 'Without decay it is Adam.' };
  const shrinks = `It shrinks every weight by the same share in each step (learning rate times λ), beside Adam’s own step, which is much the same size for both features${alike ? ': the two weights have lost about as much' : '; small batches move it besides'}.`;
  return {
    lead,
    text: `${shrinks} There is no closed form for where it stands: that depends on the batches and on the number of steps.${moved > MOVES ? ` After ${withCommas(Math.round(steps / 2))} it was ${placeText(ofDecayHalfway)}.` : ''}`,
  };
}

/** "(0.98, 0.31)" */
export function placeText([a, b]: TwoWeights): string {
  return `(${signed(a)}, ${signed(b)})`;
}

const signed = (weight: number) => weight.toFixed(2).replace('-', '−');

function distance(a: TwoWeights, b: TwoWeights): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
