/** How the regularizer is written in Keras and PyTorch, by the place where each fragment goes. */
import { useId, useState } from 'react';
import type { CodeFragments } from '../../../engine/step/regularizer.ts';
import type { LooseSettings, RegularizerEntry } from '../../../experiment/regularizers.ts';
import { Button } from '../../../ui/controls/button.tsx';
import styles from './regularizer-chip.module.css';

interface RegularizerCodeProps {
  readonly regularizer: RegularizerEntry;
  readonly settings: LooseSettings;
}

export function RegularizerCode({ regularizer, settings }: RegularizerCodeProps) {
  const [isShown, setShown] = useState(false);
  const id = useId();
  const code = isShown ? regularizer.code(settings) : null;
  return (
    <div>
      <Button
        look="quiet"
        className={styles.disclosure}
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setShown(!isShown)}
      >
        Code <span aria-hidden="true">{isShown ? '▴' : '▾'}</span>
      </Button>
      <div id={id} hidden={!isShown}>
        {code && (
          <>
            <Fragments framework="Keras" fragments={code.keras} />
            <Fragments framework="PyTorch" fragments={code.pytorch} />
          </>
        )}
      </div>
    </div>
  );
}

const PLACES = [
  ['inputLayer', 'Before the first layer'],
  ['denseArguments', 'In every Dense layer'],
  ['afterActivation', 'After every hidden activation'],
  ['lossTerm', 'Added to the training loss'],
] as const satisfies readonly (readonly [keyof CodeFragments, string])[];

interface FragmentsProps {
  readonly framework: string;
  readonly fragments: CodeFragments;
}

function Fragments({ framework, fragments }: FragmentsProps) {
  const { note } = fragments;
  const placed = PLACES.filter(([place]) => fragments[place] !== undefined);
  return (
    <section className={styles.code} aria-label={framework}>
      <h3>{framework}</h3>
      {placed.map(([place, words]) => (
        <figure key={place}>
          <figcaption>{words}</figcaption>
          <pre>{fragments[place]}</pre>
        </figure>
      ))}
      {note !== undefined && <p>{note}</p>}
      {placed.length === 0 && note === undefined && <p>Nothing to add with these settings.</p>}
    </section>
  );
}
