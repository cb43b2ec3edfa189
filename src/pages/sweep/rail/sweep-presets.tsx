/** Sweeps that are known to show something. */
import { formOfSweep } from '../../../plans/sweep-form.ts';
import { SWEEP_PRESETS } from '../../../presets/sweep/registry.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { PresetMenu } from '../../shared/rail/preset-menu.tsx';
import { useShownPreset } from '../use-shown-preset.ts';

export function SweepPresets() {
  const change = useSweep((state) => state.change);
  const { preset, isChanged } = useShownPreset();
  return (
    <PresetMenu
      shown={preset?.title ?? null}
      isChanged={isChanged}
      presets={SWEEP_PRESETS.map(({ title, question, sweep }) => ({
        ...{ title, question },
        choose: () => change(formOfSweep(sweep, title)),
      }))}
    />
  );
}
