/** Lesson 4: why L1 makes weights exactly 0 and L2 does not, by two weights whose solutions are known. */
import { withL1, withL2, zeroStrengths } from '../../../closed-forms/two-weights.ts';
import type { TwoWeights } from '../../../closed-forms/two-weights.ts';
import type { Lesson, TwoWeightsPart } from '../../lesson/lesson.ts';
import type { ChoiceForm } from '../../lesson/question.ts';

const MINIMUM: TwoWeights = [2, 0.5];
const LAMBDA = 1;
const [, l1Second] = withL1(MINIMUM, LAMBDA);
const [, l2Second] = withL2(MINIMUM, LAMBDA);
const [firstZero, lastZero] = zeroStrengths(MINIMUM);

/** Options for the second weight at λ = 1. */
const SIZES: ChoiceForm = {
  kind: 'choice',
  options: [
    { id: '0.5', label: '0.5, as without a penalty' },
    { id: '0.25', label: '0.25' },
    { id: '0', label: 'exactly 0' },
  ],
};

const oneStrength: TwoWeightsPart = {
  ...{ id: 'one-strength', title: 'One strength', kind: 'twoWeights' },
  ...{ minimum: MINIMUM, lambda: LAMBDA },
  questions: [
    {
      id: 'l2',
      ask: 'Without a penalty w₂ is 0.5. With L2 of strength λ = 1, w₂ is …',
      form: SIZES,
      happened: () => ({ value: String(l2Second), text: `w₂ = ${l2Second}` }),
    },
    {
      id: 'l1',
      ask: 'And with L1 of the same strength, w₂ is …',
      form: SIZES,
      happened: () => ({ value: String(l1Second), text: `w₂ = ${l1Second}` }),
    },
  ],
  facts: () => ({
    l1: weightsText(withL1(MINIMUM, LAMBDA)),
    l2: weightsText(withL2(MINIMUM, LAMBDA)),
  }),
  claims: {
    zero: {
      says: 'At λ = 1 L1 has w₂ at exactly 0, and L2 has not.',
      holds: () => l1Second === 0 && l2Second === 0.25,
      ...{ heldIn: 1, of: 1 },
    },
  },
  heldBy: [],
};

const allStrengths: TwoWeightsPart = {
  ...{ id: 'all-strengths', title: 'More and more of it', kind: 'twoWeights' },
  ...{ minimum: MINIMUM, lambda: 3 },
  questions: [
    {
      id: 'w1',
      ask: 'With L1, w₂ = 0.5 becomes 0 at λ = 1. At which λ does w₁ = 2 become 0?',
      form: { kind: 'number', unit: '', symbol: 'λ', min: 0, max: 6, step: 0.5, close: 0 },
      happened: () => ({ value: lastZero, text: `λ = ${lastZero}` }),
    },
    {
      id: 'l2',
      ask: 'And with L2: at which λ is w₁ exactly 0?',
      form: {
        kind: 'choice',
        options: [
          { id: 'same', label: 'at the same λ as with L1' },
          { id: 'twice', label: 'at twice that λ' },
          { id: 'never', label: 'at none, however large' },
        ],
      },
      happened: () => ({
        value: 'never',
        text: `w₁ is still ${withL2(MINIMUM, 1000)[0].toFixed(3)} at λ = 1,000`,
      }),
    },
  ],
  facts: () => ({
    first: String(firstZero),
    last: String(lastZero),
    l2At4: weightsText(withL2(MINIMUM, lastZero)),
  }),
  claims: {
    ends: {
      says: 'With L1 each weight becomes 0 at twice its size; with L2 none does.',
      holds: () =>
        withL1(MINIMUM, lastZero).every((weight) => weight === 0) &&
        firstZero === 1 &&
        withL2(MINIMUM, 1e6).every((weight) => weight > 0),
      ...{ heldIn: 1, of: 1 },
    },
  },
  heldBy: [],
};

function weightsText([first, second]: TwoWeights): string {
  return `(${first.toFixed(2)}, ${second.toFixed(2)})`;
}

export const diamondAndCircle: Lesson = {
  ...{ id: 'diamond-and-circle', title: 'Diamond and circle', minutes: 4 },
  question: 'Why does L1 make weights exactly 0 while L2 does not?',
  parts: [oneStrength, allStrengths],
  teacher: {
    ask: 'Both penalties pull towards 0. What is different about the last bit of the way?',
    misconception: 'L2 makes small weights 0, as L1 does, if it is only strong enough.',
    answer:
      'L1 pulls with the same force however small a weight is, so it gets it to 0. The pull of L2 fades with the weight and never gets it there.',
    otherwise: 'Nothing is trained here: every figure follows from a formula, in every class.',
  },
};
