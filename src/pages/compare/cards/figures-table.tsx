/**
 * The arm's figures, now or at the epoch looked back at, and at its best epoch so far: the same figures that its
 * curves have there. Over repeats: means, with the standard deviation between them.
 */
import type { LaneHistory } from '../../../client/run-history.ts';
import type { ReactNode } from 'react';
import type { FigureName } from '../../../figures/figures.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { count, decimals, NONE, percent } from '../../../base/text/figure-text.ts';
import type { Format } from '../../../base/text/figure-text.ts';
import { bestFigure, figureOf } from './lane-figures.ts';
import { spreadText } from '../../../base/text/spread-text.ts';
import { Term } from '../../../ui/words/term.tsx';
import { SpreadFigure } from './spread-figure.tsx';
import { useShownDataset } from '../shared/shown-dataset.ts';
import { TrainingRows } from './training-rows.tsx';
import styles from './arm-card.module.css';

interface FiguresTableProps {
  /** Repeats of the arm; none before there is a run. */
  readonly lanes: readonly LaneHistory[];
}

export function FiguresTable(props: FiguresTableProps) {
  const hasAccuracy = useShownDataset()?.task === 'classification';
  const believed = <Believed {...props} />;
  const hasWrongLabels = useHasWrongLabels(props.lanes);
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
            {hasWrongLabels && (
              <th scope="col" className={styles.wide}>
                <Term>Wrong labels believed</Term>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {hasAccuracy && (
            <FigureRow {...props} label="Accuracy" metric="accuracy" isMain>
              {hasWrongLabels ? believed : null}
            </FigureRow>
          )}
          <FigureRow {...props} label="Data loss" metric="loss" isMain={!hasAccuracy}>
            {hasWrongLabels ? '' : null}
          </FigureRow>
          {hasWrongLabels && (
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
        <p className={styles.repeats}>Mean ± standard deviation over {props.lanes.length} seeds</p>
      )}
      <TrainingRows lanes={props.lanes} />
    </div>
  );
}

interface Metric {
  readonly validation: FigureName;
  readonly training: FigureName;
  readonly better: 'highest' | 'lowest';
  readonly format: Format;
  readonly formatBest: Format;
}

const METRICS: Readonly<Record<'accuracy' | 'loss', Metric>> = {
  accuracy: {
    ...{ validation: 'validationAccuracy', training: 'trainingAccuracy', better: 'highest' },
    ...{ format: percent, formatBest: percent },
  },
  loss: {
    ...{ validation: 'validationLoss', training: 'trainingLoss', better: 'lowest' },
    ...{ format: decimals(3), formatBest: decimals(2) },
  },
};

interface FigureRowProps extends FiguresTableProps {
  readonly label: string;
  readonly metric: 'accuracy' | 'loss';
  /** The one that counts most. */
  readonly isMain: boolean;
  /** The last cell; null: none. */
  readonly children: ReactNode;
}

function FigureRow({ lanes, label, metric, isMain, children }: FigureRowProps) {
  const { validation, training, better, format, formatBest } = METRICS[metric];
  const best = lanes.map((lane) => bestFigure(lane, validation, better));
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={isMain ? styles.main : undefined} data-of="Validation">
        <SpreadFigure values={lanes.map((lane) => figureOf(lane, validation))} format={format} />
      </td>
      <td data-of="Training">
        <SpreadFigure values={lanes.map((lane) => figureOf(lane, training))} format={format} />
      </td>
      <td data-of="Best, epoch">
        <BestFigure best={best} format={formatBest} />
      </td>
      {children !== null && <td className={styles.wide}>{children}</td>}
    </tr>
  );
}

function Believed({ lanes }: FiguresTableProps) {
  const [first] = lanes;
  if (!first) return <span>{NONE}</span>;
  const { wrongLabelsWatched } = first.lane;
  const believed = lanes.map((lane) => figureOf(lane, 'wrongLabelsBelieved'));
  return (
    <>
      <strong>{spreadText(believed, decimals(lanes.length > 1 ? 1 : 0))}</strong>
      {` of\u00a0${count(wrongLabelsWatched)}`}
    </>
  );
}

/** "87.1 % at 9"; over repeats the range of the epochs. */
function BestFigure({ best, format }: BestFigureProps) {
  const found = best.flatMap((one) => one ?? []);
  if (found.length === 0) return <span>{NONE}</span>;
  const epochs = found.map(({ epoch }) => epoch);
  const [from, to] = [Math.min(...epochs), Math.max(...epochs)];
  const values = found.map(({ value }) => value);
  return (
    <SpreadFigure {...{ values, format }} where={`at ${from === to ? from : `${from}–${to}`}`} />
  );
}

interface BestFigureProps {
  readonly best: readonly ReturnType<typeof bestFigure>[];
  readonly format: Format;
}

/** Before the data have come, what is set says whether there will be some. */
function useHasWrongLabels(lanes: readonly LaneHistory[]): boolean {
  const share = usePlayground((state) => shownExperiment(state).data.wrongLabelShare);
  return lanes.length === 0 ? share > 0 : lanes.some(({ lane }) => lane.wrongLabels > 0);
}
