/** Sweeps that are known to show something: a menu, and the question of the present one. */
import { formOfSweep } from '../../../plans/sweep-form.ts';
import { SWEEP_PRESETS } from '../../../presets/sweep/registry.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import styles from './sweep-rail.module.css';

export function SweepPresets() {
  const baseName = useSweep((state) => state.form.baseName);
  const change = useSweep((state) => state.change);
  const shown = SWEEP_PRESETS.find(({ title }) => title === baseName);
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
        Presets: {shown?.title ?? 'none'}
      </PopoverButton>
    </div>
  );
}
