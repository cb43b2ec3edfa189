/** The cell that is looked at: its figures, its curves, and the way into Compare. */
import { Suspense, use, useMemo, useState } from 'react';
import { countOf } from '../../../base/text/count-of.ts';
import { mean } from '../../../base/statistics/summary.ts';
import type { LaneResult } from '../../../figures/lane-result.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { metricWords } from '../../../plans/sweep-words.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { ShownCell, SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import { useOpenInCompare } from '../use-open-in-compare.ts';
import { cellName, scoreText } from './cell-text.ts';
import { lateCharts } from './slice.tsx';
import type { CurvePoint } from './slice-chart.tsx';
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
  return (
    <section className={styles.panel} aria-label="Cell">
      <div className={styles.heading}>
        <h2>{cellName(sweep, cell)}</h2>
        <Button look="quiet" onClick={() => show(null)}>
          Close
        </Button>
      </div>
      {cell.refused !== null && <p>This cell cannot run: {cell.refused}</p>}
      {cell.failure !== null && <p>Trainings of this cell failed: {cell.failure}</p>}
      {cell.diverged > 0 && (
        <p>
          {cell.diverged} of its {cell.results.length} trainings diverged: their weights or losses
          became infinite. A smaller learning rate usually helps. Such a cell is never the best.
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
      <Curves sweep={sweep} cell={cell} />
    </section>
  );
}

/** What would replace something is asked once more. */
function OpenButton({ sweep, cell }: { readonly sweep: Sweep; readonly cell: ShownCell }) {
  const { replaces, open } = useOpenInCompare(sweep, cell);
  const [isAsking, setAsking] = useState(false);
  if (isAsking)
    return (
      <Button onClick={open} onBlur={() => setAsking(false)}>
        Replace the {countOf(replaces, 'arms')} there
      </Button>
    );
  return (
    <Button onClick={replaces > 0 ? () => setAsking(true) : open}>
      {replaces > 0 ? 'Open in Compare …' : 'Add as an arm in Compare'}
    </Button>
  );
}

/** Every fold in a column, every seed in a row. */
function FoldScores({ sweep, cell }: { readonly sweep: Sweep; readonly cell: ShownCell }) {
  const { scores } = cell;
  const { format } = metricWords(sweep);
  if (!scores || scores.length > 20) return scores && <p>{scoreText(sweep, cell)}</p>;
  const seeds = scores[0]?.length ?? 0;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>
          {scoreText(sweep, cell)}
          {sweep.judging.foldCount === null ? '' : '; by fold:'}
        </caption>
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

function Curves({ sweep, cell }: { readonly sweep: Sweep; readonly cell: ShownCell }) {
  const answer = useSweep((state) => state.answers.curves);
  if (answer?.place !== cell.id) return null;
  if (answer.problem !== null)
    return <p role="alert">The curves could not be made: {answer.problem}</p>;
  if (!answer.results)
    return (
      <p role="status">Training it once more for its curves: {Math.round(answer.share * 100)} %</p>
    );
  return (
    <Guarded name="The curves">
      <Suspense fallback={<p>Curves</p>}>
        <CurvesChart sweep={sweep} results={answer.results} />
      </Suspense>
    </Guarded>
  );
}

function CurvesChart({
  sweep,
  results,
}: {
  readonly sweep: Sweep;
  readonly results: readonly LaneResult[];
}) {
  const { CellCurves } = use(lateCharts.read());
  const { name, format } = metricWords(curveMetric(sweep));
  const points = useMemo(() => meanCurves(sweep, results), [sweep, results]);
  return (
    <>
      <p>
        Mean over {results.length === 1 ? 'one training' : `${results.length} trainings`}; solid:
        validation, dashed: training
      </p>
      <CellCurves points={points} format={format} metricName={name} />
    </>
  );
}

/** Of R² the loss that it is made of. */
function curveMetric({ base, judging }: Sweep): Pick<Sweep, 'base' | 'judging'> {
  const metric = judging.metric === 'accuracy' ? judging.metric : 'loss';
  return { base, judging: { ...judging, metric } };
}

/** As far as all of its trainings go: early stopping ends them at different epochs. */
function meanCurves({ judging }: Sweep, results: readonly LaneResult[]): CurvePoint[] {
  const figure = judging.metric === 'accuracy' ? 'Accuracy' : 'Loss';
  const shortest = Math.min(...results.map(({ curve }) => curve.length));
  return Array.from({ length: shortest }, (_, i) => {
    const rows = results.flatMap(({ curve }) => curve[i] ?? []);
    return {
      epoch: rows[0]?.epoch ?? NaN,
      validation: mean(rows.map((row) => row[`validation${figure}`])),
      training: mean(rows.map((row) => row[`training${figure}`])),
    };
  });
}
