import { describe, expect, it } from 'vitest';
import { biasVarianceOf, formOfBiasVariance } from '../../plans/bias-variance-form.ts';
import { checkBiasVariance, valueProblem } from '../../plans/check-bias-variance.ts';
import { planBiasVariance } from '../../plans/bias-variance.ts';
import { BIAS_VARIANCE_PRESETS } from './registry.ts';

describe('presets of the Bias–variance page', () => {
  it('have ids and titles of their own', () => {
    expect(new Set(BIAS_VARIANCE_PRESETS.map(({ id }) => id)).size).toBe(6);
    expect(new Set(BIAS_VARIANCE_PRESETS.map(({ title }) => title)).size).toBe(6);
  });

  it.each(BIAS_VARIANCE_PRESETS)('$id: can run, every value of it', ({ plan, title }) => {
    const form = formOfBiasVariance(plan, title);
    expect(checkBiasVariance(form)).toEqual([]);
    for (const cell of planBiasVariance(plan).cells) expect(valueProblem(form, cell)).toBeNull();
  });

  it.each(BIAS_VARIANCE_PRESETS)('$id: is the same again from its form', ({ plan, title }) => {
    expect(biasVarianceOf(formOfBiasVariance(plan, title))).toEqual(plan);
  });

  it.each(BIAS_VARIANCE_PRESETS)('$id: seconds, not minutes', ({ plan }) => {
    expect(planBiasVariance(plan).lanes().length).toBeLessThanOrEqual(200);
  });

  it.each(BIAS_VARIANCE_PRESETS)('$id asks a question and answers it, briefly', (preset) => {
    expect(preset.title.length).toBeLessThanOrEqual(45);
    expect(preset.question).toMatch(/^[A-Z].*\?$/);
    expect(preset.question.length).toBeLessThanOrEqual(100);
    expect(preset.point).toMatch(/^[A-Z0-9].*\.$/);
    expect(preset.point.length).toBeLessThanOrEqual(180);
  });
});
