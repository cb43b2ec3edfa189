/** The home page: one experiment, its arms side by side. */
import { useMemo } from 'react';
import { findDataset } from '../datasets/registry.ts';
import { ArmCard } from '../panels/arm-card/arm-card.tsx';
import { SettingsRail } from '../panels/settings-rail/settings-rail.tsx';
import { RunStrips } from '../panels/transport/run-strips.tsx';
import { Transport } from '../panels/transport/transport.tsx';
import { VerdictPanel } from '../panels/verdict/verdict-panel.tsx';
import { WrongLabels } from '../panels/wrong-labels/wrong-labels.tsx';
import { armName } from '../store/arm-name.ts';
import { changeText } from '../store/live-changes.ts';
import { usePlayground } from '../store/playground-context.tsx';
import { armStyle } from '../ui/arm-style.ts';
import { AccuracyChart, ChartPlace, LossChart } from './chart-place.tsx';
import styles from './compare-page.module.css';

export function ComparePage() {
  const arms = usePlayground((state) => state.experiment.arms);
  return (
    <div className={styles.page}>
      <aside className={styles.rail} aria-label="Experiment">
        <SettingsRail />
      </aside>
      <main className={styles.main}>
        <h1 className="visually-hidden">Compare</h1>
        <Transport />
        <RunStrips />
        <Charts />
        <VerdictPanel />
        <div className={styles.cards}>
          {arms.map((arm) => (
            <ArmCard key={arm.id} arm={arm}>
              <WrongLabels armId={arm.id} />
            </ArmCard>
          ))}
        </div>
      </main>
    </div>
  );
}

/** Of the run on screen, whatever the settings are by now. */
function Charts() {
  const history = usePlayground((state) => state.history);
  const { arms, training, data } = usePlayground(
    (state) => state.runExperiment ?? state.experiment,
  );
  const status = usePlayground((state) => state.status);
  const styled = useMemo(
    () => arms.map((arm) => ({ armId: arm.id, name: armName(arm), ...armStyle(arm.id) })),
    [arms],
  );
  const liveChanges = usePlayground((state) => state.liveChanges);
  const changes = useMemo(
    () =>
      liveChanges.map((change) => ({
        armId: change.armId,
        epoch: change.epoch,
        text: changeText(change),
      })),
    [liveChanges],
  );
  const isPreparing = history !== null && (status === 'loading data' || status === 'compiling');
  const props = {
    history,
    arms: styled,
    changes,
    epochs: training.epochs,
    wrongLabels: data.wrongLabelShare > 0,
  };
  const hasAccuracy = findDataset(data.dataset)?.task !== 'regression';
  return (
    <div className={styles.charts} data-alone={!hasAccuracy} data-preparing={isPreparing}>
      {hasAccuracy && (
        <ChartPlace name="Accuracy">
          <AccuracyChart {...props} />
        </ChartPlace>
      )}
      <ChartPlace name="Data loss">
        <LossChart {...props} />
      </ChartPlace>
    </div>
  );
}
