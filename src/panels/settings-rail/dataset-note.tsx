/**
 * Under the data sets, once another one was chosen: what was set with it, what was kept from the set
 * before though it does not suit, and the ways to change either or to go back.
 */
import { useRef, useState } from 'react';
import type { Dataset } from '../../datasets/dataset.ts';
import type { Experiment } from '../../protocol/experiment.ts';
import { joinWords } from '../../store/arm-name.ts';
import type { DatasetNote as Note } from '../../store/dataset-note.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './dataset-note.module.css';

export function DatasetNote({ dataset }: { readonly dataset: Dataset }) {
  const note = usePlayground((state) => state.datasetNote);
  const takeSuited = usePlayground((state) => state.takeSuitedSettings);
  const undo = usePlayground((state) => state.undoDatasetChange);
  const experiment = usePlayground((state) => state.experiment);
  // The experiment that "Undo" led back to.
  const [undone, setUndone] = useState<Experiment | null>(null);
  const { setNote, keptNote, plainNote } = sentences(note, dataset.label);
  const text = useRef<HTMLDivElement>(null);
  // A button goes with what it did: the text that tells of it takes the focus.
  const press = (act: () => void) => {
    act();
    text.current?.focus();
  };
  const goBack = () => {
    setUndone(note?.before.experiment ?? null);
    undo();
  };
  return (
    <div className={styles.note}>
      <div ref={text} role="status" aria-label="Set with the data" tabIndex={-1}>
        {setNote && <p>{setNote}</p>}
        {keptNote && <p>{keptNote}</p>}
        {plainNote && <p>{plainNote}</p>}
        {!note && undone === experiment && <p>Taken back: {dataset.label}, as it was.</p>}
      </div>
      {note && (
        <div className={styles.actions}>
          {keptNote && (
            <Button look="pill" onClick={() => press(takeSuited)}>
              Use what suits {dataset.label}
            </Button>
          )}
          <Button look="quiet" onClick={() => press(goBack)}>
            Undo
          </Button>
        </div>
      )}
    </div>
  );
}

function sentences(note: Note | null, label: string) {
  if (!note) return {};
  const { set, kept, keptFrom } = note;
  return {
    ...(set.length > 0 && { setNote: `Set with ${label}: ${joinWords(set)}.` }),
    ...(set.length + kept.length === 0 && {
      plainNote: `${label} in place of ${keptFrom}; no other setting was changed.`,
    }),
    ...(kept.length > 0 && { keptNote: `Kept from ${keptFrom}: ${joinWords(kept)}.` }),
  };
}
