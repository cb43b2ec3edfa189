/** Each rule by a made-up trade-off; docs/bias-variance.md has the same table, word by word. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeTradeOff } from './describe-trade-off.ts';
import { ARMS, EPOCHS, L2, POINTS, WIDTH, tradeOff, value } from './trade-off-fixture.ts';
import type { TradeOffMaterial, ValueFigures } from './trade-off-material.ts';

/** Of the first preset, about: neither end is best. */
const U = [
  value('off', { bias2: 0.011, variance: 0.157 }),
  value('0.0003', { bias2: 0.011, variance: 0.122 }),
  value('0.003', { bias2: 0.03, variance: 0.075 }),
  value('0.03', { bias2: 0.375, variance: 0.059 }),
];
const FLAT = [
  value('1', { bias2: 0.348, variance: 0.069 }),
  value('8', { bias2: 0.007, variance: 0.08 }),
  value('64', { bias2: 0.006, variance: 0.069 }),
  value('256', { bias2: 0.012, variance: 0.067, wobble: 6 }),
];
const CLASSES = { task: 'classification', noun: 'digits', noise: null } as const;
const digits = (label: string, bias2: number, variance: number, disagreement: number) =>
  value(label, { bias2, variance, noise: 0, others: { disagreement } });
const THREE_ARMS = [
  digits('no regularizer', 0.121, 0.18, 0.319),
  digits('L2 0.003', 0.167, 0.073, 0.209),
  digits('dropout 0.5', 0.151, 0.053, 0.144),
];
const untrained: ValueFigures = { label: '0.03', networks: 0, diverged: [], figures: null };

interface Case {
  readonly rule: number;
  readonly when: string;
  readonly material: TradeOffMaterial;
  readonly says: string;
  readonly neverSays?: RegExp;
}

const CASES: readonly Case[] = [
  {
    ...{ rule: 1, when: 'not all networks are trained' },
    material: tradeOff(L2, [...U.slice(0, 3), untrained], { trainings: { done: 27, all: 32 } }),
    says: 'Not finished: 27 of 32 networks are trained; what follows is of 3 of 4 values.',
  },
  {
    ...{ rule: 1, when: 'no value is whole' },
    material: tradeOff(L2, [untrained], { trainings: { done: 3, all: 8 } }),
    says: 'Too early to say: 3 of 8 networks are trained, and no value has all its networks yet.',
  },
  {
    ...{ rule: 1, when: 'every network diverged' },
    material: tradeOff(L2, [untrained]),
    says: 'Nothing to take apart: no value has two networks that answer.',
  },
  {
    ...{ rule: 2, when: 'one value is best' },
    material: tradeOff(L2, U),
    says: 'Test error is lowest at L2 strength 0.003: 0.195 (bias² 0.030, variance 0.075, noise 0.090).',
    neverSays: /Not clearly worse/,
  },
  {
    ...{ rule: 2, when: 'another cannot be told from it' },
    material: tradeOff(WIDTH, FLAT),
    says: 'Test error is lowest with 64 units: 0.165 (bias² 0.006, variance 0.069, noise 0.090). Not clearly worse, set by set: 256.',
  },
  {
    ...{ rule: 2, when: 'the rows are real' },
    material: tradeOff(ARMS, THREE_ARMS, CLASSES),
    says: 'Test error is lowest with dropout 0.5: 0.204 (bias² 0.151, variance 0.053).',
    neverSays: /noise/,
  },
  {
    ...{ rule: 3, when: 'a regularizer buys variance with bias' },
    material: tradeOff(L2, U),
    says: 'From no L2 to L2 strength 0.003: −0.082 variance for +0.019 bias². Test error falls by 0.063 (set by set, 95 % interval −0.065 to −0.061).',
  },
  {
    ...{ rule: 3, when: 'the gain may be luck' },
    material: tradeOff(L2, [
      value('off', { bias2: 0.02, variance: 0.1, wobble: 30 }),
      value('0.003', { bias2: 0.03, variance: 0.085 }),
    ]),
    says: 'From no L2 to L2 strength 0.003: −0.015 variance for +0.010 bias². Test error falls by 0.005 (set by set, 95 % interval −0.069 to +0.059), which may be luck.',
  },
  {
    ...{ rule: 3, when: 'of arms each is held against the first' },
    material: tradeOff(ARMS, THREE_ARMS, CLASSES),
    says: 'From no regularizer to dropout 0.5: −0.127 variance for +0.030 bias². Test error falls by 0.097 (set by set, 95 % interval −0.101 to −0.093).',
  },
  {
    ...{ rule: 4, when: 'variance grew more towards complex fits' },
    material: tradeOff(L2, U),
    says: 'Without L2 it is variance that costs: test error 0.258, variance +0.082 and bias² −0.019 against the best. Each fit follows the noise of its own 20 points.',
  },
  {
    ...{ rule: 4, when: 'the same in classification' },
    material: tradeOff(
      EPOCHS,
      [digits('5', 0.3, 0.05, 0.2), digits('20', 0.15, 0.1, 0.2), digits('200', 0.14, 0.2, 0.3)],
      CLASSES,
    ),
    says: 'After 200 epochs it is variance that costs: test error 0.340, variance +0.100 and bias² −0.010 against the best. Each network learns what only its own 20 digits say.',
  },
  {
    ...{ rule: 5, when: 'bias² grew more towards simple fits' },
    material: tradeOff(L2, U),
    says: 'At L2 strength 0.03 it is bias that costs: test error 0.524, bias² +0.345 and variance −0.016 against the best. All fits miss the same bends.',
    neverSays: /No U/,
  },
  {
    ...{ rule: 6, when: 'a larger network is not clearly worse than the best' },
    material: tradeOff(WIDTH, FLAT),
    says: 'No U here. With 256 units test error is 0.169, +0.004 against the best; with 1 unit it is 0.507. A larger network is not a worse one: the number of parameters is no measure of how complex the fits are.',
    neverSays: /256 units it is/,
  },
  {
    ...{ rule: 6, when: 'it is worse by far less than too small a one' },
    material: tradeOff(WIDTH, [...FLAT.slice(0, 3), value('256', { bias2: 0.012, variance: 0.1 })]),
    says: 'No U here. With 256 units test error is 0.202, +0.037 against the best; with 1 unit it is 0.507. A larger network is not a worse one: the number of parameters is no measure of how complex the fits are.',
  },
  {
    ...{ rule: 6, when: 'the largest is the best' },
    material: tradeOff(WIDTH, [
      ...FLAT.slice(0, 2),
      value('256', { bias2: 0.006, variance: 0.06 }),
    ]),
    says: 'No U here. Test error is lowest with 256 units; with 1 unit it is 0.507. A larger network is not a worse one: the number of parameters is no measure of how complex the fits are.',
  },
  {
    ...{ rule: 6, when: 'a larger network is as much worse as a small one' },
    material: tradeOff(WIDTH, [...FLAT.slice(0, 3), value('256', { bias2: 0.012, variance: 0.3 })]),
    says: 'With 256 units it is variance that costs: test error 0.402, variance +0.231 and bias² +0.006 against the best. Each fit follows the noise of its own 20 points.',
    neverSays: /No U/,
  },
  {
    ...{ rule: 7, when: 'the best strength is the largest tried' },
    material: tradeOff(L2, U.slice(0, 3)),
    says: 'The best value is at the end of the axis: values beyond L2 strength 0.003 may be better.',
  },
  {
    ...{ rule: 7, when: 'the axis is the number of points' },
    material: tradeOff(POINTS, [
      value('10', { bias2: 0.05, variance: 0.2 }),
      value('40', { bias2: 0.01, variance: 0.07 }),
      value('320', { bias2: 0, variance: 0.009 }),
    ]),
    says: 'From 10 to 320 points variance falls from 0.200 to 0.009 and test error goes from 0.340 to 0.099. Bias² goes from 0.050 to 0.000: more data need no trade.',
    neverSays: /lowest|No U/,
  },
  {
    ...{ rule: 8, when: 'of classes: how often two networks differ' },
    material: tradeOff(ARMS, THREE_ARMS, CLASSES),
    says: 'Two networks disagree on 31.9 % of the digits with no regularizer and on 20.9 % with L2 0.003 and 14.4 % with dropout 0.5.',
  },
  {
    ...{ rule: 9, when: 'one set makes more than half of the variance' },
    material: tradeOff(L2, [
      value('off', { bias2: 0.1, variance: 2.1, others: { largest: { set: 7, share: 0.81 } } }),
      ...U.slice(1),
    ]),
    says: 'One training set makes up 81 % of the variance without L2: set 7. Another seed may show far less; more sets make it surer.',
  },
  {
    ...{ rule: 10, when: 'networks diverged' },
    material: tradeOff(L2, [
      { ...(U[0] ?? untrained), networks: 6, diverged: [3, 7] },
      ...U.slice(1),
    ]),
    says: '2 networks of 8 diverged without L2 (training sets 3 and 7) and are left out: the figures there are too good.',
  },
  {
    ...{ rule: 8, when: 'those that agree most are not the best' },
    material: tradeOff(
      L2,
      [
        digits('off', 0.04, 0.12, 0.21),
        digits('0.001', 0.05, 0.06, 0.17),
        digits('0.03', 0.3, 0.005, 0.1),
      ],
      { ...CLASSES, noun: 'points' },
    ),
    says: 'Two networks disagree on 21.0 % of the points without L2 and on 17.0 % at L2 strength 0.001 and 10.0 % at L2 strength 0.03. To agree is not to be right.',
  },
  {
    ...{ rule: 11, when: 'training sets are few' },
    material: tradeOff(L2, U),
    says: 'With only 8 training sets the intervals are rough: a rare wild fit may be missing.',
  },
];

const tell = (material: TradeOffMaterial) =>
  describeTradeOff(material).map(({ lead, text }) => `${lead} ${text}`);

describe('rules of bias and variance', () => {
  it.each(CASES)('$rule: $when', ({ material, says, neverSays }) => {
    const sentences = tell(material).map((sentence) => sentence.replaceAll(/[\u202f\u00a0]/g, ' '));
    expect(sentences).toContain(says);
    if (neverSays) expect(sentences.join('\n')).not.toMatch(neverSays);
  });

  it('stand in the docs, word by word', () => {
    const table = readFileSync('docs/bias-variance.md', 'utf8');
    for (const { rule, when, says } of CASES)
      expect(table).toContain(`| ${rule} | ${when} | ${says} |`);
    expect(table.match(/^\| \d+ \|/gm)).toHaveLength(CASES.length);
  });

  it('say nothing of what is not trained', () => {
    expect(tell(tradeOff(L2, [untrained], { trainings: { done: 0, all: 8 } }))).toEqual([]);
  });
});
