/** The cell that is looked at: its figures, its curves, and the way into Compare. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { countOf } from '../../../base/text/count-of.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { MOST_FOLDS } from '../../../plans/sweep-form.ts';
import { metricWords } from '../../../plans/sweep-words.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { ShownCell, SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { useOpenInCompare } from '../use-open-in-compare.ts';
import { CELL_PANEL_ID, focusCell } from './cell-focus.ts';
import { CellCurves } from './cell-curves.tsx';
import { cellName, scoreText } from './cell-text.ts';
import styles from './cell-panel.module.css';

export function CellPanel({ outcome }: { readonly outcome: SweepOutcome }) {
  const shownPlace = useSweep((state) => state.shownPlace);
  const cell = outcome.cells.find(({ id }) => id === shownPlace);
  if (!cell) return null;
  return <Cell key={cell.id} outcome={outcome} cell={cell} />;
}

interface CellProps {
  readonly outcome: SweepOutcome;
  readonly cell: ShownCell;
}

function Cell({ outcome, cell }: CellProps) {
  const { sweep } = outcome;
  const status = useSweep((state) => state.status);
  const ask = useSweep((state) => state.ask);
  const show = useSweep((state) => state.show);
  const trainAgain = useSweep((state) => state.trainAgain);
  const isResting = status === 'resting';
  const restsWhen = isResting ? undefined : 'When the sweep rests';
  const close = () => {
    focusCell(cell.id);
    show(null);
  };
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, close);
  return (
    <section
      ref={panel}
      id={CELL_PANEL_ID}
      className={styles.panel}
      aria-label="Cell"
      tabIndex={-1}
    >
      <div className={styles.heading}>
        <h2>{cellName(sweep, cell)}</h2>
        <Button look="quiet" className="not-printed" onClick={close}>
          Close
        </Button>
      </div>
      {cell.refused !== null && <p>This cell cannot run: {cell.refused}</p>}
      {cell.failure !== null && (
        <p>Trainings of this cell failed: {cell.failure.replace(/^Uncaught (Error: )?/, '')}</p>
      )}
      {cell.diverged > 0 && (
        <p>
          {cell.diverged === cell.results.length ? 'All' : cell.diverged} of its{' '}
          {countOf(cell.results.length, 'trainings')} diverged: weights or losses grew beyond all
          bounds. A smaller learning rate usually helps. Such a cell is never the best.
        </p>
      )}
      <FoldScores sweep={sweep} cell={cell} />
      <div className={`${styles.actions ?? ''} not-printed`}>
        {cell.refused === null && <OpenButton sweep={sweep} cell={cell} />}
        {cell.refused === null && (
          <Button
            disabled={!isResting}
            title={restsWhen}
            onClick={() => void ask({ kind: 'curves', place: cell.id })}
          >
            Show its curves
          </Button>
        )}
        {(cell.failure !== null || cell.diverged > 0) && (
          <Button disabled={!isResting} title={restsWhen} onClick={() => trainAgain(cell.id)}>
            Train this cell again
          </Button>
        )}
      </div>
      <CellCurves sweep={sweep} cell={cell} />
    </section>
  );
}

/** Within an element, unless something in it has a use for the key. */
function useEscape(element: RefObject<HTMLElement | null>, act: () => void) {
  const latest = useEffectEvent(act);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      latest();
    };
    const { current } = element;
    current?.addEventListener('keydown', press);
    return () => current?.removeEventListener('keydown', press);
  }, [element]);
}

/** What would replace something is asked once more. */
function OpenButton({ sweep, cell }: { readonly sweep: Sweep; readonly cell: ShownCell }) {
  const { replaces, open } = useOpenInCompare(sweep, cell);
  const [isAsking, setAsking] = useState(false);
  if (isAsking)
    return (
      <>
        {/* Where the first press was: a second one by mistake replaces nothing. */}
        <Button onClick={() => setAsking(false)}>Leave Compare as it is</Button>
        <Button onClick={open}>Replace the {countOf(replaces, 'arms')} there</Button>
      </>
    );
  return (
    <Button onClick={replaces > 0 ? () => setAsking(true) : open}>
      {replaces > 0 ? 'Open in Compare …' : 'Add as an arm in Compare'}
    </Button>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Every fold in a column, every seed in a row. */
function FoldScores({ sweep, cell }: { readonly sweep: Sweep; readonly cell: ShownCell }) {
  const { scores } = cell;
  const { format } = metricWords(sweep);
  if (!scores)
    return cell.refused === null ? (
      <p>
        {cell.done} of {countOf(cell.results.length, 'trainings')} done
      </p>
    ) : null;
  const mean = capitalised(scoreText(sweep, cell));
  if (scores.length > MOST_FOLDS) return <p>{mean}</p>;
  const caption = [
    ...(mean === '' ? [] : [mean]),
    ...(sweep.judging.foldCount === null ? [] : ['By fold:']),
  ].join('. ');
  const seeds = scores[0]?.length ?? 0;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Seed</th>
            {scores.map((_, fold) => (
              <th key={fold} scope="col">
                {sweep.judging.foldCount === null ? 'The split' : `Fold ${fold + 1}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: seeds }, (_, seed) => (
            <tr key={seed}>
              <th scope="row">{seed + 1}</th>
              {scores.map((fold, index) => (
                <td key={index}>{format(fold[seed] ?? NaN)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
