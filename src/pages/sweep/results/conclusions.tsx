/** What the sweep shows, in sentences by the rules of findings/sweep; and the sealed test set, opened by hand. */
import { useMemo, useRef, useState } from 'react';
import { findDataset } from '../../../datasets/registry.ts';
import { joinWords } from '../../../experiment/arm-name.ts';
import { conclude } from '../../../findings/sweep/conclude.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { useShownPreset } from '../use-shown-preset.ts';
import { cellName } from './cell-text.ts';
import { conclusionMaterialOf } from './conclusion-material-of.ts';
import styles from '../../shared/statements.module.css';

export function Conclusions({ outcome }: { readonly outcome: SweepOutcome }) {
  const test = useSweep((state) => state.answers.test);
  const isPresenting = usePlayground((state) => state.isPresenting);
  const { preset, isChanged } = useShownPreset();
  const statements = useMemo(() => conclude(conclusionMaterialOf(outcome, test)), [outcome, test]);
  const isResting = useSweep((state) => state.status === 'resting');
  const isWhole = useSweep((state) => state.done >= state.prepared.lanes.length) && isResting;
  const section = useRef<HTMLElement>(null);
  const isEmpty =
    isResting && outcome.cells.every(({ done, failure }) => done === 0 && failure === null);
  return (
    <section
      ref={section}
      className={styles.panel}
      aria-label="Conclusions"
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- presented it scrolls, which keys must do too
      tabIndex={isPresenting ? 0 : -1}
    >
      {preset && !isChanged && (
        <p>
          <strong>{preset.question}</strong> {isWhole && preset.point}
        </p>
      )}
      {isEmpty ? (
        <p>
          Every cell of this sweep is a network with settings of its own. Press Start: each is
          trained, and judged on rows that it did not train on.
        </p>
      ) : (
        // What is said while it trains is soon said otherwise: only the end is read aloud.
        <ul className={styles.statements} aria-live={isResting ? 'polite' : 'off'}>
          {statements.map(({ lead, text }) => (
            <li key={lead + text}>
              <strong>{lead}</strong> {text}
            </li>
          ))}
        </ul>
      )}
      <KeptClasses outcome={outcome} />
      <SealedTest outcome={outcome} onOpen={() => section.current?.focus()} />
    </section>
  );
}

/** Classes with fewer rows than folds are named. */
function KeptClasses({ outcome: { sweep, cells } }: { readonly outcome: SweepOutcome }) {
  const kept = new Set(
    cells.flatMap(({ results }) => results.flatMap((one) => one?.keptClasses ?? [])),
  );
  if (kept.size === 0) return null;
  const names = findDataset(sweep.base.data.dataset)?.classNames ?? [];
  const words = [...kept].sort((a, b) => a - b).map((index) => `“${names[index] ?? index}”`);
  return (
    <p>
      <strong>Too few rows for {sweep.judging.foldCount} folds:</strong>{' '}
      {words.length === 1 ? 'class' : 'classes'} {joinWords(words)} train in every fold and validate
      in none.
    </p>
  );
}

/** Once for the cell that was chosen: whoever looks at it for every cell chooses by it. */
function SealedTest({
  outcome,
  onOpen,
}: {
  readonly outcome: SweepOutcome;
  /** Its button goes away. */
  readonly onOpen: () => void;
}) {
  const { sweep, choice, cells, all } = outcome;
  const status = useSweep((state) => state.status);
  const done = useSweep((state) => state.done);
  const test = useSweep((state) => state.answers.test);
  const shownPlace = useSweep((state) => state.shownPlace);
  const ask = useSweep((state) => state.ask);
  const [isAsking, setAsking] = useState(false);
  const place = shownPlace ?? (choice?.simplest ?? choice?.best)?.place.join(',');
  const cell = cells.find(({ id }) => id === place);
  if (!cell?.validation || status !== 'resting' || done < all) return null;
  if (test && test.problem === null && test.results) return null;
  if (test && test.problem === null)
    return <p role="status">Opening the test set: {Math.round(test.share * 100)} %</p>;
  return (
    <div className={`${styles.seal ?? ''} not-printed`}>
      {test?.problem && <p role="alert">The test set could not be opened: {test.problem}</p>}
      {isAsking ? (
        <>
          <p>
            The test set answers once, for {cellName(sweep, cell)}. Whoever opens it for one cell
            after the other chooses by it, and then it is no test any more.
          </p>
          <Button
            onClick={() => {
              setAsking(false);
              void ask({ kind: 'test', place: cell.id });
              onOpen();
            }}
          >
            Open it
          </Button>
          <Button look="quiet" onClick={() => setAsking(false)}>
            Keep it sealed
          </Button>
        </>
      ) : (
        <Button onClick={() => setAsking(true)}>Open the sealed test set …</Button>
      )}
    </div>
  );
}
