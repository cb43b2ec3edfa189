/** What L1 and L2 have made of two weights: which are exactly 0, and what is left of the others. */
import { withL1, zeroStrengths } from '../../closed-forms/two-weights.ts';
import type { TwoWeights } from '../../closed-forms/two-weights.ts';
import type { Statement } from '../statement.ts';

const NAMES = ['w₁', 'w₂'] as const;

/** Weights as the page writes them: "1.5", "−0.25", "0". */
export function weightText(weight: number): string {
  const text = String(Number(Math.abs(weight).toFixed(2)));
  return weight < 0 && text !== '0' ? `−${text}` : text;
}

export function describeTwoWeights(minimum: TwoWeights, lambda: number): Statement {
  if (lambda === 0)
    return {
      lead: 'Without a penalty both end at the minimum.',
      text: 'Raise λ and see which way each of them goes.',
    };
  const l1 = withL1(minimum, lambda);
  const zeros = NAMES.filter((_, i) => l1[i] === 0 && minimum[i] !== 0);
  const ofL2 = `L2 divides both by 1 + λ = ${weightText(1 + lambda)}, whatever their size: what is not 0 stays so.`;
  if (l1[0] === 0 && l1[1] === 0)
    return {
      lead: `At λ = ${weightText(lambda)} L1 has set both weights to exactly 0.`,
      text: ofL2,
    };
  if (zeros.length > 0)
    return {
      lead: `At λ = ${weightText(lambda)} L1 has set ${zeros.join(' and ')} to exactly 0.`,
      text: `From the other it has taken λ/2 = ${weightText(lambda / 2)}. ${ofL2}`,
    };
  const [first] = zeroStrengths(minimum).filter((strength) => strength > 0);
  const isLater = first !== undefined && first > lambda;
  return {
    lead: `At λ = ${weightText(lambda)} L1 has taken λ/2 = ${weightText(lambda / 2)} from each weight${isLater ? ' and set none to 0' : ''}.`,
    text: `${isLater ? `The smaller one is 0 from λ = ${weightText(first)} on. ` : ''}${ofL2}`,
  };
}
