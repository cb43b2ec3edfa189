/**
 * The charts of the run on screen, whatever the settings are by now, in two spots: the accuracy in the first and
 * one of the other curves in the second; or, where the data have a picture, the picture in the first and one of all
 * curves in the second. The spots lie beside each other, or beneath each other with what belongs to the first
 * between them.
 */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { findDataset } from '../../../datasets/registry.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { armOwner } from './arm-owner.ts';
import { CURVE_KINDS } from './curve-kinds.ts';
import { LookBack } from '../look-back/look-back.tsx';
import type { ChartId } from '../../../store/compare/chart-state.ts';
import { changeText } from '../../../experiment/live-changes.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { LateChart, CurveChart } from './late-chart.tsx';
import { useDataPicture } from '../data-pictures/data-pictures.ts';
import { Guarded } from '../../../ui/guarded.tsx';
import { ReferenceButton } from './reference-button.tsx';
import styles from '../compare-page.module.css';

/** `between`: null where they stand beside each other. */
export function Charts({ between }: { readonly between: ReactNode }) {
  const isPreparing = usePlayground(
    ({ history, status }) =>
      history !== null && (status === 'loading data' || status === 'compiling'),
  );
  const isClassification = usePlayground(({ runExperiment, experiment }) => {
    const { dataset } = shownExperiment({ runExperiment, experiment }).data;
    return findDataset(dataset)?.task !== 'regression';
  });
  const picture = useDataPicture();
  // Where there is no accuracy the loss is in the first spot.
  const { all, first, others } = isClassification ? CHARTS : CHARTS_OF_REGRESSION;
  const place = { className: styles.charts, 'data-preparing': isPreparing, 'data-watched': true };
  if (picture)
    return (
      <>
        <div className={styles.chartsPlace}>
          <div className={styles.withPicture}>
            <div className={styles.picture}>
              <Guarded key={picture.label} name={picture.label}>
                <picture.Picture />
              </Guarded>
            </div>
            {between === null && <div {...place}>{<ChartChoice charts={all} isFirst />}</div>}
          </div>
        </div>
        {between}
        {between !== null && <div {...place}>{<ChartChoice charts={all} isFirst />}</div>}
      </>
    );
  const besides = <ChartChoice charts={others} />;
  return (
    <>
      <div className={styles.chartsPlace}>
        <div {...place}>
          <ChartChoice charts={first} isFirst />
          {between === null && besides}
        </div>
      </div>
      {between}
      {between !== null && <div {...place}>{besides}</div>}
    </>
  );
}

const CHARTS = inPlaces('accuracy', 'loss', 'gap', 'penalty');
const CHARTS_OF_REGRESSION = inPlaces('loss', 'gap', 'penalty');

function inPlaces(first: ChartId, ...others: readonly ChartId[]) {
  return { all: [first, ...others], first: [first], others };
}

interface ChartChoiceProps {
  /** One or more, with tabs. */
  readonly charts: readonly ChartId[];
  /** In the first spot: here the run can be kept and looked back at. */
  readonly isFirst?: boolean;
}

function ChartChoice({ charts, isFirst = false }: ChartChoiceProps) {
  const run = useRunOnShow();
  const chosen = usePlayground((state) => state.chosenChart);
  const onShow = usePlayground((state) => state.showChart);
  // The run that was just kept is not drawn beneath itself, but the button must show that it worked.
  const isKept = usePlayground(({ reference }) => reference?.source === run.history);
  const shown = charts.find((id) => id === chosen) ?? charts[0] ?? 'loss';
  const tabs = useMemo(
    () => ({
      label: 'Chart',
      tabs: charts.map((id) => ({ id, label: CURVE_KINDS[id].title })),
      shown,
      // One of them is handed back.
      onShow: (id: string) => onShow(charts.find((chart) => chart === id) ?? shown),
    }),
    [charts, shown, onShow],
  );
  const kind = CURVE_KINDS[shown];
  const own = isFirst && {
    ...{ actions: KEEP, foot: lookBackAlong },
    note: isKept ? 'kept: stays as a reference when another run begins' : undefined,
  };
  return (
    <LateChart name={kind.title}>
      <CurveChart {...run} {...own} kind={kind} tabs={charts.length > 1 ? tabs : undefined} />
    </LateChart>
  );
}

const KEEP: ReactNode = <ReferenceButton />;

function lookBackAlong(from: number, to: number): ReactNode {
  return <LookBack {...{ from, to }} />;
}

function useRunOnShow() {
  const history = usePlayground((state) => state.history);
  const { arms, training, data } = usePlayground(shownExperiment);
  const liveChanges = usePlayground((state) => state.liveChanges);
  const owners = useMemo(() => arms.map(armOwner), [arms]);
  const changes = useMemo(
    () =>
      liveChanges.map((change) => ({
        ownerId: change.armId,
        epoch: change.epoch,
        text: changeText(change),
      })),
    [liveChanges],
  );
  return {
    ...{ history, changes },
    owners,
    epochs: training.epochs,
    wrongLabels: data.wrongLabelShare > 0,
  };
}
