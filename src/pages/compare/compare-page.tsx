/** The home page: one experiment, its arms side by side. */
import type { ComponentProps } from 'react';
import { ArmCard } from './cards/arm-card.tsx';
import { Headline } from './introduction/headline.tsx';
import { Introduction } from './introduction/introduction.tsx';
import { LiveSummary } from './live-summary/live-summary.tsx';
import { PrintedSettings } from './printed-settings/printed-settings.tsx';
import { SettingsRail } from './rail/settings-rail.tsx';
import { TestSet } from './test-set/test-set.tsx';
import { CutRunStrip } from './transport/cut-run-strip.tsx';
import { KeptRunStrip } from './transport/kept-run-strip.tsx';
import { RunStrips } from './transport/run-strips.tsx';
import { Transport } from './transport/transport.tsx';
import { VerdictPanel } from './verdict/verdict-panel.tsx';
import { usePlayground } from '../../store/playground-context.tsx';
import { ArmKey } from './cards/arm-key.tsx';
import { Charts } from './charts/charts.tsx';
import { Guarded } from '../../ui/guarded.tsx';
import { ArmMicroscope, MicroscopeChoice } from './microscope/microscope.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { useNarrow } from '../shared/use-narrow.ts';
import { VacantCard } from './cards/vacant-card.tsx';
import styles from './compare-page.module.css';

function Verdict(props: ComponentProps<typeof VerdictPanel>) {
  return (
    <Guarded name="The verdict">
      <VerdictPanel {...props} />
    </Guarded>
  );
}

export function ComparePage() {
  const arms = usePlayground((state) => state.experiment.arms);
  const isNarrow = useNarrow();
  return (
    <PageFrame
      title="Compare"
      railLabel="Experiment"
      rail={<SettingsRail />}
      announced={<LiveSummary />}
      className={styles.page}
      stageClass={styles.stage}
      stage={
        <>
          {isNarrow && (
            <div className={styles.opening}>
              <Headline />
              <Introduction />
            </div>
          )}
          <Transport />
          <RunStrips>
            <CutRunStrip />
            <KeptRunStrip />
          </RunStrips>
          <PrintedSettings />
          {!isNarrow && <Verdict headline={<Headline />} introduction={<Introduction />} />}
          <Charts
            between={
              // On a phone its many lines would push the curves that it describes off the screen.
              isNarrow ? (
                <>
                  <ArmKey />
                  <Verdict introduction={<p>What the run shows will appear here.</p>} />
                </>
              ) : null
            }
          />
          {!isNarrow && <ArmKey />}
        </>
      }
    >
      <div className={`${styles.microscope ?? ''} not-printed`} data-control="panels">
        <MicroscopeChoice />
      </div>
      <div className={styles.cardsPlace}>
        <div className={styles.cards}>
          {arms.map((arm) => (
            <Guarded key={arm.id} name={`Arm ${arm.id}`}>
              <ArmCard arm={arm}>
                <ArmMicroscope armId={arm.id} />
              </ArmCard>
            </Guarded>
          ))}
          <VacantCard />
        </div>
      </div>
      <Guarded name="The test set">
        <TestSet />
      </Guarded>
    </PageFrame>
  );
}
