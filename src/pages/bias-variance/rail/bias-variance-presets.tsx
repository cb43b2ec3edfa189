/** Trade-offs that are known to show something: a menu, and which one is on show. */
import { formOfBiasVariance } from '../../../plans/bias-variance-form.ts';
import { BIAS_VARIANCE_PRESETS } from '../../../presets/bias-variance/registry.ts';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { useShownPreset } from '../use-shown-preset.ts';
import styles from '../../shared/rail/rail.module.css';

export function BiasVariancePresets() {
  const change = useBiasVariance((state) => state.change);
  const { preset, isChanged } = useShownPreset();
  return (
    <div className={styles.section}>
      <PopoverButton
        className={styles.presets}
        panelLabel="Presets"
        panel={(close) => (
          <ActionList
            actions={BIAS_VARIANCE_PRESETS.map(({ title, question, plan }) => ({
              label: title,
              detail: question,
              act: () => {
                change(formOfBiasVariance(plan, title));
                close();
              },
            }))}
          />
        )}
      >
        Preset: {preset?.title ?? 'none'}
        {isChanged && ', changed'}
      </PopoverButton>
    </div>
  );
}
