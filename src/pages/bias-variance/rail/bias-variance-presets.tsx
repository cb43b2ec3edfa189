/** Trade-offs that are known to show something. */
import { formOfBiasVariance } from '../../../plans/bias-variance-form.ts';
import { BIAS_VARIANCE_PRESETS } from '../../../presets/bias-variance/registry.ts';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { PresetMenu } from '../../shared/rail/preset-menu.tsx';
import { useShownPreset } from '../use-shown-preset.ts';

export function BiasVariancePresets() {
  const change = useBiasVariance((state) => state.change);
  const { preset, isChanged } = useShownPreset();
  return (
    <PresetMenu
      shown={preset?.title ?? null}
      isChanged={isChanged}
      presets={BIAS_VARIANCE_PRESETS.map(({ title, question, plan }) => ({
        ...{ title, question },
        choose: () => change(formOfBiasVariance(plan, title)),
      }))}
    />
  );
}
