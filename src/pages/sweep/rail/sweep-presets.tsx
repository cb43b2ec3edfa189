/** Sweeps that are known to show something: a menu, and the question of the present one. */
import { formOfSweep } from '../../../plans/sweep-form.ts';
import { SWEEP_PRESETS } from '../../../presets/sweep/registry.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { useShownPreset } from '../use-shown-preset.ts';
import styles from '../../shared/rail/rail.module.css';

export function SweepPresets() {
  const change = useSweep((state) => state.change);
  const { preset, isChanged } = useShownPreset();
  return (
    <div className={styles.section}>
      <PopoverButton
        className={styles.presets}
        panelLabel="Presets"
        panel={(close) => (
          <ActionList
            actions={SWEEP_PRESETS.map(({ title, question, sweep }) => ({
              label: title,
              detail: question,
              act: () => {
                change(formOfSweep(sweep, title));
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
