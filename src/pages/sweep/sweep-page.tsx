/** The Sweep page: one or two settings varied over a grid, every cell judged on rows that it did not train on. */
import { useSweep, useSweepOutcome } from '../../store/sweep/sweep-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Strip } from '../../ui/controls/strip.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { Guarded } from '../../ui/guarded.tsx';
import { useEstimate } from '../shared/transport/use-estimate.ts';
import { SweepRail } from './rail/sweep-rail.tsx';
import { CellPanel } from './results/cell-panel.tsx';
import { Coefficients } from './results/coefficients.tsx';
import { CellTable } from './results/cell-table.tsx';
import { Conclusions } from './results/conclusions.tsx';
import { HeatMap } from './results/heat-map.tsx';
import { Slice } from './results/slice.tsx';
import { PrintedSettings } from './printed-settings.tsx';
import { SweepTransport } from './sweep-transport.tsx';
import styles from './sweep-page.module.css';

export function SweepPage() {
  useEstimate({
    prepared: useSweep((state) => state.prepared),
    status: useSweep((state) => state.status),
    estimate: useSweep((state) => state.estimate),
  });
  const problems = useSweep((state) => state.prepared.problems);
  const outcome = useSweepOutcome();
  const hasTwoAxes = outcome.sweep.axes.length === 2;
  return (
    <PageFrame
      title="Sweep"
      railLabel="Sweep"
      rail={<SweepRail />}
      stageClass={styles.stage}
      stage={
        <>
          <SweepTransport outcome={outcome} />
          <Notice />
          <PrintedSettings />
          {problems.length > 0 ? (
            <Strip tone="alert">{problems[0]?.message}</Strip>
          ) : (
            <>
              {hasTwoAxes ? (
                <Guarded name="The grid">
                  <HeatMap outcome={outcome} />
                </Guarded>
              ) : (
                <Slice outcome={outcome} />
              )}
              <Guarded name="The cell">
                <CellPanel outcome={outcome} />
              </Guarded>
              <Guarded name="The conclusions">
                <Conclusions outcome={outcome} />
              </Guarded>
            </>
          )}
        </>
      }
    >
      {problems.length === 0 && (
        <div className={styles.pair}>
          {hasTwoAxes && <Slice outcome={outcome} />}
          <Guarded name="The table">
            <CellTable outcome={outcome} />
          </Guarded>
        </div>
      )}
      {problems.length === 0 && <Coefficients outcome={outcome} />}
    </PageFrame>
  );
}

function Notice() {
  const notice = useSweep((state) => state.notice);
  const dismiss = useSweep((state) => state.dismissNotice);
  if (notice === null) return null;
  return <Strip actions={<Button onClick={dismiss}>Close</Button>}>{notice}</Strip>;
}
