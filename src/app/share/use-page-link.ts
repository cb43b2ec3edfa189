/** The link of what is on show: short for a preset as it is, else with all settings in it. */
import { useMemo } from 'react';
import { sameValue } from '../../base/same-value.ts';
import { pathOf, presetAddress } from '../../links/link-address.ts';
import { hiding } from '../../links/hidden-controls.ts';
import { linkOf } from '../../links/shared-state.ts';
import type { MadeLink } from '../../links/shared-state.ts';
import { formOfBiasVariance } from '../../plans/bias-variance-form.ts';
import { formOfSweep } from '../../plans/sweep-form.ts';
import { BIAS_VARIANCE_PRESETS } from '../../presets/bias-variance/registry.ts';
import { PRESETS } from '../../presets/registry.ts';
import { SWEEP_PRESETS } from '../../presets/sweep/registry.ts';
import { useBiasVariance } from '../../store/bias-variance/bias-variance-context.tsx';
import { usePlayground } from '../../store/playground-context.tsx';
import { useSweep } from '../../store/sweep/sweep-context.tsx';
import type { Page } from '../pages.ts';

/** The same promise for the same settings. */
export function usePageLink({ id }: Page): Promise<MadeLink> {
  const experiment = usePlayground((state) => state.experiment);
  const sweep = useSweep((state) => state.form);
  const tradeOff = useBiasVariance((state) => state.form);
  const hash = location.hash;
  return useMemo((): Promise<MadeLink> => {
    const short = (address: string) => Promise.resolve({ address, leftOut: [] });
    // A lesson is its address.
    if (id === 'lessons') return short(hiding(hash, []));
    if (id === 'sweep') {
      const preset = SWEEP_PRESETS.find((one) =>
        sameValue(formOfSweep(one.sweep, one.title), sweep),
      );
      return preset ? short(presetAddress(id, preset.id)) : linkOf({ page: id, form: sweep });
    }
    if (id === 'bias-variance') {
      // A laboratory is its address.
      if (hash.startsWith(`${pathOf(id)}/`)) return short(hiding(hash, []));
      const preset = BIAS_VARIANCE_PRESETS.find((one) =>
        sameValue(formOfBiasVariance(one.plan, one.title), tradeOff),
      );
      return preset ? short(presetAddress(id, preset.id)) : linkOf({ page: id, form: tradeOff });
    }
    const preset = PRESETS.find((one) => sameValue(one.experiment, experiment));
    return preset
      ? short(presetAddress('compare', preset.id))
      : linkOf({ page: 'compare', experiment });
  }, [id, hash, experiment, sweep, tradeOff]);
}
