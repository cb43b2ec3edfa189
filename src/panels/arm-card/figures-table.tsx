/** The arm's figures now and at its best epoch. */
import type { LaneHistory } from '../../client/run-history.ts';
import type { FigureName, FigureRow } from '../../protocol/figures.ts';
import type { PreparedRun } from '../../protocol/messages.ts';
import { decimals, NONE, percent } from '../../ui/figure-text.ts';
import styles from './arm-card.module.css';

interface FiguresTableProps {
  readonly lane: LaneHistory | null;
  readonly run: PreparedRun | null;
}

export function FiguresTable({ lane, run }: FiguresTableProps) {
  const hasAccuracy = !lane?.latest || Number.isFinite(lane.latest.validationAccuracy);
  return (
    <div className={styles.figures}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">Validation</th>
            <th scope="col">Training</th>
            <th scope="col">Best, epoch</th>
            <th scope="col" className={styles.wide}>
              Wrong labels believed
            </th>
          </tr>
        </thead>
        <tbody>
          {hasAccuracy && (
            <tr>
              <th scope="row">Accuracy</th>
              <td className={styles.main}>{figure(lane, 'validationAccuracy', percent)}</td>
              <td>{training(lane, 'accuracy', percent)}</td>
              <td>{best(lane, 'validationAccuracy', 'highest', percent)}</td>
              <td className={styles.wide}>
                <Believed lane={lane} run={run} />
              </td>
            </tr>
          )}
          <tr>
            <th scope="row">Data loss</th>
            <td>{figure(lane, 'validationLoss', decimals(3))}</td>
            <td>{training(lane, 'loss', decimals(3))}</td>
            <td>{best(lane, 'validationLoss', 'lowest', decimals(2))}</td>
            <td className={styles.wide} />
          </tr>
          <tr className={styles.narrow}>
            <th scope="row" colSpan={2}>
              Wrong labels believed
            </th>
            <td colSpan={2}>
              <Believed lane={lane} run={run} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Believed({ lane, run }: FiguresTableProps) {
  if (!run) return NONE;
  const { wrongLabelsWatched, wrongLabels } = run;
  if (wrongLabels === 0) return 'none are wrong';
  const believed = shownRow(lane)?.wrongLabelsBelieved ?? NaN;
  return (
    <>
      <strong>{Number.isFinite(believed) ? believed : NONE}</strong>
      {` of ${wrongLabelsWatched.toLocaleString('en-US')}`}
    </>
  );
}

type Format = (value: number) => string;

/** A lane that diverged before its first epoch ended has nothing to show for itself. */
function shownRow(lane: LaneHistory | null): FigureRow | null {
  if (!lane || (lane.end?.kind === 'diverged' && lane.length < 2)) return null;
  return lane.latest;
}

function figure(lane: LaneHistory | null, name: FigureName, format: Format): string {
  return format(shownRow(lane)?.[name] ?? NaN);
}

/** On every training row once the run has finished, before that on the sample (see the cost line). */
function training(lane: LaneHistory | null, what: 'loss' | 'accuracy', format: Format): string {
  const name = what === 'loss' ? 'trainingLoss' : 'trainingAccuracy';
  return lane?.allTrainingRows ? format(lane.allTrainingRows[what]) : figure(lane, name, format);
}

function best(
  lane: LaneHistory | null,
  name: FigureName,
  direction: 'highest' | 'lowest',
  format: Format,
): string {
  const index = lane?.best(name, direction) ?? -1;
  // At epoch 0 there is nothing to choose from yet.
  if (!lane || index < 0 || lane.length < 2) return NONE;
  return `${format(lane.value(name, index))} at ${lane.value('epoch', index)}`;
}
