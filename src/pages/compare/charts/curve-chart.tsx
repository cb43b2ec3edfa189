/** A chart of curves on the page: of one kind, of the run on screen, with the view that the store holds. */
import { memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import { historyOf } from '../../../client/recorded-history.ts';
import type { RunHistory } from '../../../client/run-history.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { comparableReference } from '../../../store/compare/reference-slice.ts';
import type { ReferenceRun } from '../../../store/compare/reference-state.ts';
import { RunChart } from '../../../ui/chart/run-chart.tsx';
import type { LineOwner } from '../../../ui/chart/data/line-owner.ts';
import type { ChartTabs } from '../../../ui/chart/chart-frame-header.tsx';
import type { ChartChange, MarkedPlace, Prediction } from '../../../ui/chart/data/series-types.ts';
import { armOwner } from './arm-owner.ts';
import type { CurveKind } from './curve-kind.ts';
import { differenceNotes, runNotes, trainingNotes } from './curve-notes.ts';

interface CurveChartProps {
  readonly kind: CurveKind;
  readonly history: RunHistory | null;
  readonly owners: readonly LineOwner[];
  readonly epochs: number;
  /** Some training labels are wrong: training figures are then against the labels as given. */
  readonly wrongLabels: boolean;
  /** What was changed while the run trained. */
  readonly changes?: readonly ChartChange[];
  /** Places of the axis that something is said of, and what was foretold. */
  readonly marked?: readonly MarkedPlace[] | undefined;
  readonly prediction?: Prediction | undefined;
  /** In place of the title: the charts that share this spot. */
  readonly tabs?: ChartTabs | undefined;
  /** What can be done with the run, and what has been done with it. */
  readonly actions?: ReactNode;
  readonly note?: string | undefined;
  /** Beneath the axis; see RunChart. */
  readonly foot?: ((from: number, to: number) => ReactNode) | undefined;
}

export const CurveChart = memo(function CurveChart(props: CurveChartProps) {
  const { kind, history, wrongLabels } = props;
  const { Choice } = kind;
  const experiment = usePlayground(shownExperiment);
  const gapOf = usePlayground((state) => state.gapOf);
  const changeView = usePlayground((state) => state.changeChartView);
  const view = useChartView(kind);
  const reference = usePlayground(comparableReference);
  const upTo = usePlayground((state) => state.lookBackEpoch);
  const hasTrueLabels = kind.hasTrueLabels === true && wrongLabels;
  const isClassification = findDataset(experiment.data.dataset)?.task !== 'regression';
  const measure = kind.measure({
    ...{ gapOf, isClassification },
    showsTrueLabels: hasTrueLabels && view.showsTrueLabels,
  });
  const isDifference = measure.lines.some(({ minus }) => minus !== undefined);
  const training = useMemo(
    () => trainingNotes(history, experiment, wrongLabels),
    [history, experiment, wrongLabels],
  );
  return (
    <RunChart
      {...{ title: kind.title, measure, history, view, hasTrueLabels }}
      owners={props.owners}
      epochs={props.epochs}
      onViewChange={(change) => changeView(kind.chart, change)}
      upTo={upTo}
      trainingNotes={training}
      notes={[
        ...(kind.notes?.(experiment) ?? []),
        ...(isDifference ? differenceNotes(history) : []),
        ...runNotes(history, view.unit),
        ...(props.note === undefined ? [] : [props.note]),
      ]}
      changes={props.changes}
      marked={props.marked}
      prediction={props.prediction}
      reference={useReferenceSource(reference)}
      tabs={props.tabs}
      choice={isClassification && Choice ? <Choice /> : undefined}
      actions={props.actions}
      foot={props.foot}
    />
  );
});

function useChartView({ chart }: CurveKind) {
  const own = usePlayground((state) => state.chartViews[chart]);
  const shared = usePlayground((state) => state.sharedChartView);
  return useMemo(() => ({ ...own, ...shared }), [own, shared]);
}

function useReferenceSource(reference: ReferenceRun | null) {
  return useMemo(() => {
    if (!reference) return null;
    const { record } = reference;
    return { lanes: historyOf(record).lanes, owners: record.experiment.arms.map(armOwner) };
  }, [reference]);
}
