/** The preset that the sweep was taken from, and whether something of it was changed since. */
import { useMemo } from 'react';
import { formOfSweep } from '../../plans/sweep-form.ts';
import { SWEEP_PRESETS } from '../../presets/sweep/registry.ts';
import type { SweepPreset } from '../../presets/sweep/sweep-preset.ts';
import { useSweep } from '../../store/sweep/sweep-context.tsx';

interface ShownPreset {
  readonly preset: SweepPreset | null;
  readonly isChanged: boolean;
}

export function useShownPreset(): ShownPreset {
  const form = useSweep((state) => state.form);
  return useMemo(() => {
    const preset = SWEEP_PRESETS.find(({ title }) => title === form.baseName) ?? null;
    if (!preset) return { preset, isChanged: false };
    const original = formOfSweep(preset.sweep, preset.title);
    return { preset, isChanged: JSON.stringify(form) !== JSON.stringify(original) };
  }, [form]);
}
