import { expect, it } from 'vitest';
import { l2StrengthTradeOff } from '../presets/bias-variance/l2-strength.ts';
import { earlyStopping } from '../regularizers/early-stopping.ts';
import { initialSettings } from '../settings/settings.ts';
import { formOfBiasVariance } from './bias-variance-form.ts';
import type { BiasVarianceForm } from './bias-variance-form.ts';
import { checkBiasVariance } from './check-bias-variance.ts';
import { OFF } from './sweep-settings.ts';

const FORM = formOfBiasVariance(l2StrengthTradeOff.plan, 'a preset');
const check = (change: Partial<BiasVarianceForm>) => checkBiasVariance({ ...FORM, ...change });
const withData = (data: Partial<BiasVarianceForm['base']['data']>) => ({
  base: { ...FORM.base, data: { ...FORM.base.data, ...data } },
});

it('has nothing against the first preset', () => {
  expect(check({})).toEqual([]);
});

it.each([
  { sets: 3, says: 'Choose from 4 to 100 training sets.' },
  { sets: 101, says: 'Choose from 4 to 100 training sets.' },
  { sets: 4.5, says: 'Choose from 4 to 100 training sets.' },
  { sets: NaN, says: 'Choose from 4 to 100 training sets.' },
])('$sets training sets: $says', ({ sets, says }) => {
  expect(check({ sets })).toEqual([{ path: 'sets', message: says }]);
});

it('wants an axis of two values at least', () => {
  const axis = { setting: 'l2.lambda', range: { spacing: 'list', values: [OFF] } } as const;
  expect(check({ axis })).toEqual([
    { path: 'axis', message: 'L2 strength: one value is no axis; choose at least two.' },
  ]);
});

it('refuses data of which many training sets cannot be drawn', () => {
  const [problem] = check(withData({ dataset: 'wine' }));
  expect(problem?.path).toBe('base.data.dataset');
  expect(problem?.message).toContain('not of Wine');
});

it('refuses early stopping, which would watch the places that judge', () => {
  const regularizers = { earlyStopping: initialSettings(earlyStopping.schema) };
  const [problem] = check({ base: { ...FORM.base, regularizers } });
  expect(problem?.message).toContain('Early stopping would watch');
});

it('refuses more answers than the page holds', () => {
  const many = Array.from({ length: 40 }, (_, i) => (i + 1) / 1000);
  const [problem] = check({
    ...withData({ dataset: 'digits', validationExamples: 1400, trainingExamples: 100, noise: 0 }),
    ...{ sets: 100, axis: { setting: 'l2.lambda', range: { spacing: 'list', values: many } } },
  });
  expect(problem?.message).toContain('56,000,000 answers are more than this page holds');
});

it('says why no value can be trained', () => {
  const [problem] = check(withData({ trainingExamples: 0 }));
  expect(problem?.path).toBe('base');
});
