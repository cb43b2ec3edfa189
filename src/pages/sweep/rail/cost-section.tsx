/** What the sweep costs before it is started, and what would make a long one quicker. */
import { countOf } from '../../../base/text/count-of.ts';
import { withCommas } from '../../../base/text/with-commas.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { secondsText } from '../../shared/transport/seconds-text.ts';
import styles from '../../shared/rail/rail.module.css';

const LONG_SECONDS = 600;

export function CostSection() {
  const { problems, cells, lanes, sweep } = useSweep((state) => state.prepared);
  const estimated = useSweep((state) => state.estimatedSeconds);
  const isEstimating = useSweep((state) => state.isEstimating);
  const done = useSweep((state) => state.done);
  const status = useSweep((state) => state.status);
  if (problems.length > 0) return <p className={styles.note}>Nothing can be trained yet.</p>;
  const { foldCount, seeds } = sweep.judging;
  const running = lanes.length / ((foldCount ?? 1) * seeds);
  const refused = cells.length - running;
  const left = lanes.length - Math.floor(done);
  return (
    <div className={styles.cost}>
      <p>
        {countOf(running, 'settings')} ×{' '}
        {foldCount === null ? 'one split' : countOf(foldCount, 'folds')} × {countOf(seeds, 'seeds')}{' '}
        = <strong>{countOf(lanes.length, 'trainings')}</strong>
        {refused > 0 && `; ${withCommas(refused)} more cannot run`}
      </p>
      <p>{countOf(stepsOf(lanes), 'steps')} in all</p>
      {status === 'resting' && left > 0 && (
        <p role="status" aria-label="Estimated time">
          {isEstimating && 'Timing a few of them on this device …'}
          {!isEstimating && estimated !== null && (
            <>
              {left < lanes.length && `${withCommas(left)} are left: `}about{' '}
              <strong>{secondsText(estimated)}</strong> on this device
            </>
          )}
        </p>
      )}
      {estimated !== null && estimated > LONG_SECONDS && (
        <p className={styles.problem}>
          That is long. Fewer values, folds or seeds, fewer epochs or a smaller network in Compare
          make it quicker.
        </p>
      )}
    </div>
  );
}

function stepsOf(
  lanes: readonly {
    readonly spec: {
      readonly data: { readonly trainingExamples: number };
      readonly training: { readonly epochs: number; readonly batchSize: number };
    };
  }[],
): number {
  return lanes.reduce(
    (sum, { spec: { data, training } }) =>
      sum + training.epochs * Math.ceil(data.trainingExamples / training.batchSize),
    0,
  );
}
