/** Experiments that are known to show something: a button with the name of the present one, and the sheet of all. */
import { useMemo, useState } from 'react';
import { usePlayground } from '../../../store/playground-context.tsx';
import { presetOnShow } from '../../../store/compare/preset-choice.ts';
import type { PresetOnShow } from '../../../store/compare/preset-choice.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { ModalDialog } from '../../../ui/controls/modal-dialog.tsx';
import { PresetList } from './preset-list.tsx';
import styles from './introduction.module.css';

export function PresetMenu() {
  const [isOpen, setOpen] = useState(false);
  const applyPreset = usePlayground((state) => state.applyPreset);
  const experiment = usePlayground((state) => state.experiment);
  const presetId = usePlayground((state) => state.presetId);
  const isPresenting = usePlayground((state) => state.isPresenting);
  const usesShortcuts = usePlayground((state) => state.usesShortcuts);
  const present = useMemo(() => presetOnShow({ experiment, presetId }), [experiment, presetId]);
  return (
    <div className={`${styles.preset ?? ''} not-printed`} data-control="presets">
      <Button
        className={styles.opener}
        aria-haspopup="dialog"
        aria-label={nameOf(present)}
        onClick={() => setOpen(true)}
      >
        <span className={styles.name}>
          {present ? (
            <>
              <span className={styles.label}>Preset:</span> {present.preset.title}
              {present.isChanged && <span className={styles.label}>, changed</span>}
            </>
          ) : (
            NO_PRESET
          )}
        </span>
        <span aria-hidden="true">▾</span>
      </Button>
      {isPresenting && usesShortcuts && (
        <span className={styles.nextKey}>
          <kbd>N</kbd> next
        </span>
      )}
      {present?.isChanged === true && (
        <Button look="link" onClick={() => applyPreset(present.preset)}>
          Back to the preset
        </Button>
      )}
      {isOpen && (
        <ModalDialog title="Presets" isWide onClose={() => setOpen(false)}>
          <PresetList onChoose={applyPreset} />
        </ModalDialog>
      )}
    </div>
  );
}

const NO_PRESET = 'Choose a preset';

/** As it is written, in one piece. */
function nameOf(present: PresetOnShow | null): string {
  if (!present) return NO_PRESET;
  return `Preset: ${present.preset.title}${present.isChanged ? ', changed' : ''}`;
}
