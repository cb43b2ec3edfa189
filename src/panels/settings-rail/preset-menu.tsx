/** Experiments that are known to show something. */
import { PRESETS } from '../../presets/registry.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { ActionList } from '../../ui/action-list.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import type { ClosePanel } from '../../ui/popover-button.tsx';
import styles from './settings-rail.module.css';

export function PresetMenu() {
  const applyPreset = usePlayground((state) => state.applyPreset);
  const actions = (close: ClosePanel) =>
    PRESETS.map((preset) => ({
      label: preset.title,
      detail: preset.point,
      act: () => {
        close();
        applyPreset(preset);
      },
    }));
  return (
    <PopoverButton
      look="quiet"
      className={styles.presets}
      panelLabel="Presets"
      panel={(close) => <ActionList actions={actions(close)} />}
    >
      Presets ▾
    </PopoverButton>
  );
}
