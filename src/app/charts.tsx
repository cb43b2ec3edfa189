/**
 * The curves of the run on screen, whatever the settings are by now: two places, of which one has tabs. Beside
 * each other, or beneath each other with what belongs to the first between them.
 */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { findDataset } from '../datasets/registry.ts';
import { accuracyChart } from '../panels/accuracy-chart/accuracy-chart.ts';
import type { CurveKind } from '../panels/curve-kind.ts';
import { gapChart } from '../panels/gap-chart/gap-chart.ts';
import { LookBack } from '../panels/look-back/look-back.tsx';
import { lossChart } from '../panels/loss-chart/loss-chart.ts';
import { penaltyChart } from '../panels/penalty-chart/penalty-chart.ts';
import { armName } from '../store/arm-name.ts';
import { SIDE_CHARTS } from '../store/chart-slice.ts';
import type { SideChart } from '../store/chart-slice.ts';
import { changeText } from '../store/live-changes.ts';
import { usePlayground } from '../store/playground-context.tsx';
import { armStyle } from '../ui/arm-style.ts';
import { ChartPlace, CurveChart } from './chart-place.tsx';
import { ReferenceButton } from './reference-button.tsx';
import styles from './compare-page.module.css';

const SIDE_KINDS: Readonly<Record<SideChart, CurveKind>> = {
  loss: lossChart,
  gap: gapChart,
  penalty: penaltyChart,
};

/** `between`: null where they stand beside each other. */
export function Charts({ between }: { readonly between: ReactNode }) {
  const isPreparing = usePlayground(
    ({ history, status }) =>
      history !== null && (status === 'loading data' || status === 'compiling'),
  );
  const isClassification = usePlayground(({ runExperiment, experiment }) => {
    const { dataset } = (runExperiment ?? experiment).data;
    return findDataset(dataset)?.task !== 'regression';
  });
  const main = <MainChart kind={isClassification ? accuracyChart : lossChart} />;
  // Where there is no accuracy the loss stands in the first place.
  const side = <SideCharts charts={isClassification ? SIDE_CHARTS : ['gap', 'penalty']} />;
  const place = { className: styles.charts, 'data-preparing': isPreparing, 'data-watched': true };
  return (
    <>
      <div {...place}>
        {main}
        {between === null && side}
      </div>
      {between}
      {between !== null && <div {...place}>{side}</div>}
    </>
  );
}

function MainChart({ kind }: { readonly kind: CurveKind }) {
  const run = useRunOnShow();
  // It cannot be drawn beneath itself, and the button has done something.
  const isKept = usePlayground(({ reference }) => reference?.history === run.history);
  const note = isKept ? 'kept: stays as a reference when another run begins' : undefined;
  return (
    <ChartPlace name={kind.title}>
      <CurveChart {...run} kind={kind} actions={KEEP} note={note} foot={lookBackAlong} />
    </ChartPlace>
  );
}

const KEEP: ReactNode = <ReferenceButton />;

function lookBackAlong(from: number, to: number): ReactNode {
  return <LookBack {...{ from, to }} />;
}

function SideCharts({ charts }: { readonly charts: readonly SideChart[] }) {
  const run = useRunOnShow();
  const chosen = usePlayground((state) => state.sideChart);
  const onShow = usePlayground((state) => state.showSideChart);
  const shown = charts.find((id) => id === chosen) ?? charts[0] ?? chosen;
  const tabs = useMemo(
    () => ({
      label: 'Chart',
      tabs: charts.map((id) => ({ id, label: SIDE_KINDS[id].title })),
      shown,
      // One of them is handed back.
      onShow: (id: string) => onShow(charts.find((chart) => chart === id) ?? shown),
    }),
    [charts, shown, onShow],
  );
  const kind = SIDE_KINDS[shown];
  return (
    <ChartPlace name={kind.title}>
      <CurveChart {...run} {...{ kind, tabs }} />
    </ChartPlace>
  );
}

function useRunOnShow() {
  const history = usePlayground((state) => state.history);
  const { arms, training, data } = usePlayground(
    (state) => state.runExperiment ?? state.experiment,
  );
  const liveChanges = usePlayground((state) => state.liveChanges);
  const styled = useMemo(
    () => arms.map((arm) => ({ armId: arm.id, name: armName(arm), ...armStyle(arm.id) })),
    [arms],
  );
  const changes = useMemo(
    () =>
      liveChanges.map((change) => ({
        armId: change.armId,
        epoch: change.epoch,
        text: changeText(change),
      })),
    [liveChanges],
  );
  return {
    ...{ history, changes },
    arms: styled,
    epochs: training.epochs,
    wrongLabels: data.wrongLabelShare > 0,
  };
}
