/**
 * A chart of a run: its epochs across, its lines grow while it trains. The run is anything shaped like the
 * client's RunHistory; whose its lines are is told by LineOwners.
 */
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { EPOCH_AXES } from './axis/epoch-axis.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartSurroundings } from './chart-frame.tsx';
import { ChartSettings } from './chart-frame-settings.tsx';
import type { ChartView } from './data/chart-view.ts';
import type { LineOwner } from './data/line-owner.ts';
import type { ReferenceSource, RunMeasure, RunSource } from './data/run-source.ts';
import { collectSeries } from './data/series-collect.ts';
import { usePublished } from './data/series-publisher.ts';
import type { ChartChange, TrainingNotes } from './data/series-types.ts';
import { axisWindow, epochsOfAxis } from './data/series-window.ts';
import { emptyText, runCaption, seedsText } from './run-chart-text.ts';

interface RunChartProps<Figure extends string> extends ChartSurroundings {
  readonly title: string;
  readonly history: RunSource<Figure> | null;
  readonly measure: RunMeasure<Figure>;
  /** Lines in this order. */
  readonly owners: readonly LineOwner[];
  /** Length of the run: the curves grow into it. */
  readonly epochs: number;
  readonly view: ChartView;
  readonly onViewChange: (change: Partial<ChartView>) => void;
  /** The epoch looked back at: what comes after it is drawn faint, best and end are up to it. */
  readonly upTo?: number | null;
  readonly trainingNotes?: TrainingNotes | undefined;
  /** Marked on the epochs where they were made. */
  readonly changes?: readonly ChartChange[] | undefined;
  /** An earlier run, drawn beneath. */
  readonly reference?: ReferenceSource<Figure> | null;
  /** The view offers a line against true labels. */
  readonly hasTrueLabels?: boolean;
  /** Beneath the axis and as long as it, given the epochs at its ends; see ChartFoot. */
  readonly foot?: ((from: number, to: number) => ReactNode) | undefined;
}

export function RunChart<Figure extends string>(props: RunChartProps<Figure>) {
  const { title, measure, view, trainingNotes, notes, changes, tabs, choice } = props;
  const { marked, prediction } = props;
  const { series, window } = useSeries(props);
  const actions = (
    <>
      {props.actions}
      <ChartSettings
        {...{ title, view, window }}
        onChange={props.onViewChange}
        hasSeeds={series.some(({ columns }) => columns.length > 1)}
        hasTrueLabels={props.hasTrueLabels === true}
      />
    </>
  );
  return (
    <ChartFrame
      {...{ title, measure, series, window, view, trainingNotes, notes, changes, tabs, choice }}
      {...{ marked, prediction }}
      places={EPOCH_AXES[view.unit]}
      actions={actions}
      caption={runCaption(props, window, view.unit)}
      message={emptyText(props, series)}
      spread={seedsText(series)}
      foot={props.foot?.(...epochsOfAxis(series, window))}
    />
  );
}

function useSeries<Figure extends string>(props: RunChartProps<Figure>) {
  const { history, reference, measure, epochs, view, upTo = null } = props;
  const { unit, from, to } = view;
  const owners = useUnlessSame(props.owners);
  const published = usePublished(history);
  const own = useMemo(
    () => collectSeries(published.lanes, owners, measure, { unit, upTo }),
    [published, owners, measure, unit, upTo],
  );
  const earlier = useMemo(
    () =>
      reference
        ? collectSeries(reference.lanes, reference.owners, measure, { unit, isReference: true })
        : [],
    [reference, measure, unit],
  );
  const series = useMemo(() => [...own, ...earlier], [own, earlier]);
  const window = useMemo(
    () => axisWindow(series, epochs, { from, to }),
    [series, epochs, from, to],
  );
  return { series, window };
}

/** The array of before if the new one says the same, so that nothing is drawn anew for it. */
function useUnlessSame(owners: readonly LineOwner[]): readonly LineOwner[] {
  const [kept, setKept] = useState(owners);
  const same =
    kept.length === owners.length &&
    kept.every(({ id, name }, i) => id === owners[i]?.id && name === owners[i].name);
  if (!same) setKept(owners);
  return same ? kept : owners;
}
