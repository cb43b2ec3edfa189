/** Experiments that are known to show something: a button, and the sheet of all of them. */
import { useState } from 'react';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { PresetList } from './preset-list.tsx';
import styles from './settings-rail.module.css';

export function PresetMenu({ onChosen }: { readonly onChosen: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const applyPreset = usePlayground((state) => state.applyPreset);
  return (
    <>
      <Button
        look="quiet"
        className={styles.presets}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        Presets ▾
      </Button>
      {isOpen && (
        <ModalDialog title="Presets" isWide onClose={() => setOpen(false)}>
          <PresetList
            onChoose={(preset) => {
              applyPreset(preset);
              onChosen();
            }}
          />
        </ModalDialog>
      )}
    </>
  );
}
