/**
 * The arm's figures at the epoch on show, and at its best epoch so far. Over repeats: means, with the
 * standard deviation between them.
 */
import type { LaneHistory } from '../../client/run-history.ts';
import type { ReactNode } from 'react';
import type { FigureName } from '../../protocol/figures.ts';
import { decimals, NONE, percent } from '../../ui/figure-text.ts';
import type { Format } from '../../ui/figure-text.ts';
import { bestFigure, figureOf, trainingFigure } from './lane-figures.ts';
import { spreadText } from '../../ui/spread-text.ts';
import { Term } from '../../ui/term.tsx';
import styles from './arm-card.module.css';

interface FiguresTableProps {
  /** Repeats of the arm; none before there is a run. */
  readonly lanes: readonly LaneHistory[];
  /** Null: as they stand. */
  readonly epoch: number | null;
}

export function FiguresTable(props: FiguresTableProps) {
  const hasAccuracy = props.lanes.every(hasAccuracyFigures);
  const believed = <Believed {...props} />;
  return (
    <div className={styles.figures} data-repeats={props.lanes.length > 1}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <Term>Validation</Term>
            </th>
            <th scope="col">
              <Term>Training</Term>
            </th>
            <th scope="col">Best, epoch</th>
            {hasAccuracy && (
              <th scope="col" className={styles.wide}>
                <Term>Wrong labels believed</Term>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {hasAccuracy && (
            <FigureRow {...props} label="Accuracy" metric="accuracy">
              {believed}
            </FigureRow>
          )}
          <FigureRow {...props} label="Data loss" metric="loss">
            {hasAccuracy ? '' : null}
          </FigureRow>
          {hasAccuracy && (
            <tr className={styles.narrow}>
              <th scope="row" colSpan={2}>
                <Term>Wrong labels believed</Term>
              </th>
              <td colSpan={2}>{believed}</td>
            </tr>
          )}
        </tbody>
      </table>
      {props.lanes.length > 1 && (
        <p className={styles.repeats}>
          Mean ± standard deviation over {props.lanes.length} repeats
        </p>
      )}
    </div>
  );
}

interface Metric {
  readonly validation: FigureName;
  readonly better: 'highest' | 'lowest';
  readonly format: Format;
  readonly formatBest: Format;
}

const METRICS: Readonly<Record<'accuracy' | 'loss', Metric>> = {
  accuracy: {
    ...{ validation: 'validationAccuracy', better: 'highest' },
    ...{ format: percent, formatBest: percent },
  },
  loss: {
    ...{ validation: 'validationLoss', better: 'lowest' },
    ...{ format: decimals(3), formatBest: decimals(2) },
  },
};

interface FigureRowProps extends FiguresTableProps {
  readonly label: string;
  readonly metric: 'accuracy' | 'loss';
  /** The last cell; null: none. */
  readonly children: ReactNode;
}

function FigureRow({ lanes, epoch, label, metric, children }: FigureRowProps) {
  const { validation, better, format, formatBest } = METRICS[metric];
  const best = lanes.map((lane) => bestFigure(lane, validation, better, epoch));
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={metric === 'accuracy' || children === null ? styles.main : undefined}>
        {spreadText(
          lanes.map((lane) => figureOf(lane, validation, epoch)),
          format,
        )}
      </td>
      <td>
        {spreadText(
          lanes.map((lane) => trainingFigure(lane, metric, epoch)),
          format,
        )}
      </td>
      <td>{bestText(best, formatBest)}</td>
      {children !== null && <td className={styles.wide}>{children}</td>}
    </tr>
  );
}

function Believed({ lanes, epoch }: FiguresTableProps) {
  const [first] = lanes;
  if (!first) return NONE;
  const { wrongLabelsWatched, wrongLabels } = first.lane;
  if (wrongLabels === 0) return 'none are wrong';
  const believed = lanes.map((lane) => figureOf(lane, 'wrongLabelsBelieved', epoch));
  return (
    <>
      <strong>{spreadText(believed, decimals(lanes.length > 1 ? 1 : 0))}</strong>
      {` of ${wrongLabelsWatched.toLocaleString('en-US')}`}
    </>
  );
}

/** "87.1 % at 9"; over repeats the range of the epochs. */
function bestText(best: readonly ReturnType<typeof bestFigure>[], format: Format): string {
  const found = best.flatMap((one) => one ?? []);
  if (found.length === 0) return NONE;
  const epochs = found.map(({ epoch }) => epoch);
  const [from, to] = [Math.min(...epochs), Math.max(...epochs)];
  const values = found.map(({ value }) => value);
  return `${spreadText(values, format)} at ${from === to ? from : `${from}–${to}`}`;
}

/** Before the first figure it is not known that there are none. */
function hasAccuracyFigures({ latest }: LaneHistory): boolean {
  return !latest || Number.isFinite(latest.validationAccuracy);
}
