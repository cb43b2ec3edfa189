/** The preset that the settings were taken from, and whether something of it was changed since. */
import { useMemo } from 'react';
import { formOfBiasVariance } from '../../plans/bias-variance-form.ts';
import type { BiasVariancePreset } from '../../presets/bias-variance/bias-variance-preset.ts';
import { BIAS_VARIANCE_PRESETS } from '../../presets/bias-variance/registry.ts';
import { sameValue } from '../../base/same-value.ts';
import { useBiasVariance } from '../../store/bias-variance/bias-variance-context.tsx';

interface ShownPreset {
  readonly preset: BiasVariancePreset | null;
  readonly isChanged: boolean;
  /** It still asks: at most the number of training sets and the seed are others. */
  readonly asks: boolean;
}

export function useShownPreset(): ShownPreset {
  const form = useBiasVariance((state) => state.form);
  return useMemo(() => {
    const preset = BIAS_VARIANCE_PRESETS.find(({ title }) => title === form.baseName) ?? null;
    if (!preset) return { preset, isChanged: false, asks: false };
    const original = formOfBiasVariance(preset.plan, preset.title);
    const { sets, seed } = form;
    return {
      preset,
      isChanged: !sameValue(form, original),
      asks: sameValue(form, { ...original, sets, seed }),
    };
  }, [form]);
}
