/** Lesson 9: a regularizer buys less variance with a little bias; a count of weights is no measure of it. */
import { partText } from '../../../findings/bias-variance/trade-off-words.ts';
import type { BiasVariance, BiasVarianceSummary } from '../../../plans/bias-variance.ts';
import { OFF } from '../../../plans/sweep-settings.ts';
import { l2StrengthTradeOff } from '../../../presets/bias-variance/l2-strength.ts';
import { widthTradeOff } from '../../../presets/bias-variance/width.ts';
import type { BiasVariancePart, Lesson } from '../../lesson/lesson.ts';
import type { ChoiceForm } from '../../lesson/question.ts';

const DIRECTIONS: ChoiceForm = {
  kind: 'choice',
  options: [
    { id: 'up', label: 'rises' },
    { id: 'down', label: 'falls' },
    { id: 'same', label: 'stays about the same' },
  ],
};

/** Bias², variance and test error at a place of the axis; NaN where nothing is trained. */
function at({ values }: BiasVarianceSummary, place: number) {
  const value = values.at(place);
  return {
    bias2: value?.parts?.bias2 ?? NaN,
    variance: value?.parts?.variance ?? NaN,
    test: value?.test?.error ?? NaN,
  };
}

/** Which way a figure went, unless it moved by less than a fifth. */
function direction(from: number, to: number): string {
  return to > 1.2 * from ? 'up' : to < from / 1.2 ? 'down' : 'same';
}

const strengths = [OFF, 0.0003, 0.003, 0.03];

/** Where the test error is lowest. */
function bestPlace(summary: BiasVarianceSummary): number {
  const tests = strengths.map((_, place) => at(summary, place).test);
  return tests.indexOf(Math.min(...tests));
}

/** The preset with fewer strengths and epochs: a class waits for it. */
function shortened({ base, axis, ...plan }: BiasVariance): BiasVariance {
  return {
    ...plan,
    base: { ...base, training: { ...base.training, epochs: 1000 } },
    axis: { ...axis, values: strengths },
  };
}

/** An estimate from twenty networks: where the truth is next to 0, it can fall below. */
function biasText(bias2: number): string {
  const text = partText(bias2);
  return text.startsWith('−') ? `${text} (an estimate: a true square is never below 0)` : text;
}

const tradeOff: BiasVariancePart = {
  ...{ id: 'trade-off', title: 'Twenty training sets', kind: 'biasVariance' },
  plan: shortened(l2StrengthTradeOff.plan),
  questions: [
    {
      id: 'bias',
      ask: 'As L2 grows from none to λ = 0.003, the square of the bias …',
      form: DIRECTIONS,
      happened: (summary) => {
        const [before, after] = [at(summary, 0).bias2, at(summary, 2).bias2];
        return {
          value: direction(before, after),
          text: `${partText(before)}, then ${partText(after)}`,
        };
      },
    },
    {
      id: 'variance',
      ask: '… and the variance …',
      form: DIRECTIONS,
      happened: (summary) => {
        const [before, after] = [at(summary, 0).variance, at(summary, 2).variance];
        return {
          value: direction(before, after),
          text: `${partText(before)}, then ${partText(after)}`,
        };
      },
    },
  ],
  facts: (summary) => {
    const [none, some, most] = [at(summary, 0), at(summary, 2), at(summary, -1)];
    const best = bestPlace(summary);
    return {
      biasNone: biasText(none.bias2),
      biasSome: biasText(some.bias2),
      biasMost: partText(most.bias2),
      varianceNone: partText(none.variance),
      varianceSome: partText(some.variance),
      varianceMost: partText(most.variance),
      testNone: partText(none.test),
      testMost: partText(most.test),
      best: best === 0 ? 'no L2' : `λ = ${strengths[best] ?? ''}`,
      testBest: partText(at(summary, best).test),
    };
  },
  claims: {
    trades: {
      says: 'From none to λ = 0.003 the square of the bias rises, and the variance falls by more.',
      holds: (summary) => {
        const [none, some] = [at(summary, 0), at(summary, 2)];
        const rise = some.bias2 - none.bias2;
        return rise > 0 && none.variance - some.variance > rise;
      },
      ...{ heldIn: 9, of: 10 },
    },
    inside: {
      says: 'The test error is lowest between the two ends.',
      holds: (summary) => {
        const best = bestPlace(summary);
        return best > 0 && best < strengths.length - 1;
      },
      ...{ heldIn: 10, of: 10 },
    },
    // The teacher's note says it.
    lowest: {
      says: 'Of these strengths λ = 0.003 has the lowest test error.',
      holds: (summary) => strengths[bestPlace(summary)] === 0.003,
      ...{ heldIn: 7, of: 10 },
    },
  },
  result: {
    ...{ label: 'Test error', unit: '' },
    figures: (summary) => [
      { name: 'none', value: at(summary, 0).test },
      { name: 'L2', value: at(summary, 2).test },
    ],
  },
  heldBy: ['P13'],
  isSlow: true,
};

const widths = widthTradeOff.plan.axis.values;
/** 1, 3, 8, 64 and 256 units. */
const SKETCHED = [0, 2, 3, 4, 5];

const width: BiasVariancePart = {
  ...{ id: 'width', title: 'More and more units', kind: 'biasVariance' },
  plan: widthTradeOff.plan,
  questions: [
    {
      id: 'test',
      ask: 'Sketch the test error against the number of hidden units, from 1 to 256, without a regularizer.',
      form: {
        ...{ kind: 'sketch', axis: 'hidden units', unit: '', min: 0, max: 1, step: 0.05 },
        places: SKETCHED.map((place) => String(widths[place])),
        chartPlaces: SKETCHED,
      },
      happened: (summary) => ({
        value: SKETCHED.map((place) => at(summary, place).test),
        text: SKETCHED.map((place) => partText(at(summary, place).test)).join(', '),
      }),
    },
  ],
  facts: (summary) => ({
    testOne: partText(at(summary, 0).test),
    testEight: partText(at(summary, 3).test),
    testMany: partText(at(summary, -1).test),
    varianceEight: partText(at(summary, 3).variance),
    varianceMany: partText(at(summary, -1).variance),
  }),
  claims: {
    flat: {
      says: 'With 256 units the test error is at most 1.3 times that of 8 units, and below that of 1 unit; the variance is at most 1.5 times that of 8 units.',
      holds: (summary) => {
        const [one, eight, many] = [at(summary, 0), at(summary, 3), at(summary, -1)];
        const isAlike = many.variance <= 1.5 * eight.variance;
        return isAlike && many.test <= 1.3 * eight.test && many.test < one.test;
      },
      ...{ heldIn: 10, of: 10 },
    },
  },
  heldBy: ['P13c'],
  isSlow: true,
};

export const biasAndVariance: Lesson = {
  ...{ id: 'bias-and-variance', title: 'Bias and variance', minutes: 4 },
  question: 'Twenty networks, twenty training sets. Do they agree, and are they right?',
  parts: [tradeOff, width],
  teacher: {
    ask: 'If all twenty networks agreed, would they be right?',
    misconception:
      'More parameters mean more variance and more overfitting, so the test error always has the shape of a U against size.',
    answer:
      'A regularizer trades variance for bias, and the sum has a minimum. The number of units is another matter: trained networks may get better with more of them, or stay the same.',
    otherwise:
      'In thirty seeds the variance fell in all and bias² rose in 29, from none to λ = 0.003. The λ with the lowest error was 0.003 in 21 of them and 0.0003 in the others. Twenty sets are few: with more of them, on the page Bias–variance, the figures are steadier.',
  },
};
