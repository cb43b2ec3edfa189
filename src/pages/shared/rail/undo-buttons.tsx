/** Undo and Redo of the settings of a page. */
import { useState } from 'react';
import type { UndoPage } from '../../../store/undo/page-undo.ts';
import { useUndo } from '../../../store/undo/undo-context.tsx';
import type { UndoState } from '../../../store/undo/undo-store.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { REDO_BUTTON_ID, UNDO_BUTTON_ID } from './undo-button-ids.ts';
import styles from './undo-buttons.module.css';

export function UndoButtons({ page }: { readonly page: UndoPage }) {
  return <UndoAndRedo {...useUndo(page)} />;
}

export function UndoAndRedo({ canUndo, canRedo, undo, redo }: UndoState) {
  const [said, setSaid] = useState('');
  return (
    <span className={`${styles.buttons ?? ''} not-presented not-printed`}>
      <Button
        look="quiet"
        id={UNDO_BUTTON_ID}
        aria-label="Undo last change"
        title="Undo the last change of settings (Ctrl or ⌘ and Z)"
        // Disabled, it would lose the focus with the last step.
        aria-disabled={!canUndo}
        onClick={() => {
          undo();
          setSaid(canUndo ? 'The last change of settings is undone.' : 'Nothing to undo.');
        }}
      >
        ↶
      </Button>
      <Button
        look="quiet"
        id={REDO_BUTTON_ID}
        aria-label="Redo last change"
        title="Redo (Ctrl or ⌘, Shift and Z)"
        aria-disabled={!canRedo}
        onClick={() => {
          redo();
          setSaid(canRedo ? 'The change is made again.' : 'Nothing to redo.');
        }}
      >
        ↷
      </Button>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </span>
  );
}
