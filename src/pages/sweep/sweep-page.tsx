/** The Sweep page: one or two settings varied over a grid, every cell judged on rows that it did not train on. */
import { useEffect } from 'react';
import { useSweep, useSweepOutcome } from '../../store/sweep/sweep-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Strip } from '../../ui/controls/strip.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { Guarded } from '../../ui/guarded.tsx';
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

/** A form that is being changed is not timed at every key. */
const SETTLED_MS = 600;

export function SweepPage() {
  useEstimate();
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

/** What is not trained yet is timed on this device, once the form has come to rest. */
function useEstimate() {
  const prepared = useSweep((state) => state.prepared);
  const status = useSweep((state) => state.status);
  const estimate = useSweep((state) => state.estimate);
  useEffect(() => {
    if (status !== 'resting') return;
    const timer = setTimeout(estimate, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [prepared, status, estimate]);
}

function Notice() {
  const notice = useSweep((state) => state.notice);
  const dismiss = useSweep((state) => state.dismissNotice);
  if (notice === null) return null;
  return <Strip actions={<Button onClick={dismiss}>Close</Button>}>{notice}</Strip>;
}
