/** What the charts of the curves share: their props, and how they reach the chart frame. */
import type { RunHistory } from '../client/run-history.ts';
import type { FigureName } from '../protocol/figures.ts';
import type { ArmStyleInfo } from '../ui/arm-style.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { count } from '../ui/figure-text.ts';
import type { ChartChange, Measure } from '../ui/series-types.ts';

export interface CurveChartProps {
  readonly history: RunHistory | null;
  readonly arms: readonly ArmStyleInfo[];
  readonly epochs: number;
  /** Some training labels are wrong: training figures are then against the labels as given. */
  readonly wrongLabels: boolean;
  /** What was changed while the run trained. */
  readonly changes?: readonly ChartChange[];
  /** In place of the curves before there is a run. */
  readonly emptyMessage?: string;
}

interface MeasuredProps extends CurveChartProps {
  readonly title: string;
  readonly measure: Measure<FigureName>;
}

export function CurveChart(props: MeasuredProps) {
  return (
    <ChartFrame
      title={props.title}
      measure={props.measure}
      history={props.history}
      arms={props.arms}
      epochs={props.epochs}
      trainingNote={trainingNote(props)}
      changes={props.changes}
      emptyMessage={props.emptyMessage}
    />
  );
}

/** What a reader must know of the training curves; undefined: nothing. */
function trainingNote({ history, wrongLabels }: CurveChartProps): string | undefined {
  const { trainingRows = 0, trainingSampleRows = 0 } = history?.run ?? {};
  const notes = [
    ...(wrongLabels ? ['labels as given'] : []),
    ...(trainingSampleRows < trainingRows
      ? [`on ${count(trainingSampleRows)} of ${count(trainingRows)} rows`]
      : []),
  ];
  return notes.length === 0 ? undefined : notes.join(', ');
}
