/**
 * Under the data sets, once another one was chosen: the start that came with it, or what was kept in its place, and
 * the ways to the other of the two and back.
 */
import { useRef, useState } from 'react';
import type { Dataset } from '../../../datasets/dataset.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import { joinWords } from '../../../experiment/arm-name.ts';
import type { DatasetNote as Note } from '../../../store/compare/dataset-note.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import styles from './dataset-note.module.css';

export function DatasetNote({ dataset }: { readonly dataset: Dataset }) {
  const note = usePlayground((state) => state.datasetNote);
  const keepSettings = usePlayground((state) => state.keepSettings);
  const takeSuited = usePlayground((state) => state.takeSuitedSettings);
  const undo = usePlayground((state) => state.undoDatasetChange);
  const experiment = usePlayground((state) => state.experiment);
  // The experiment that "Undo" led back to.
  const [undone, setUndone] = useState<Experiment | null>(null);
  const text = useRef<HTMLDivElement>(null);
  // A button goes once it is pressed: the text that tells what it did takes the focus.
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
        {note &&
          sentencesOf(note, dataset.label).map((sentence) => <p key={sentence}>{sentence}</p>)}
        {!note && undone === experiment && <p>Taken back: {dataset.label}, as it was.</p>}
      </div>
      {note && (
        <div className={styles.actions}>
          <Button look="link" onClick={() => press(note.keepsSettings ? takeSuited : keepSettings)}>
            {note.keepsSettings ? `Use what suits ${dataset.label}` : 'Keep my settings'}
          </Button>
          <Button look="link" onClick={() => press(goBack)}>
            Undo
          </Button>
        </div>
      )}
    </div>
  );
}

function sentencesOf({ keepsSettings, set, kept, keptFrom }: Note, label: string): string[] {
  if (!keepsSettings)
    return set.length > 0
      ? [`Came with ${label}: ${joinWords(set)}.`]
      : [`${label} in place of ${keptFrom}; no other setting was changed.`];
  return [
    ...(set.length > 0 ? [`Set with ${label}: ${joinWords(set)}.`] : []),
    kept.length > 0
      ? `Kept from ${keptFrom}: ${joinWords(kept)}.`
      : `All other settings are those that suit ${label}.`,
  ];
}
