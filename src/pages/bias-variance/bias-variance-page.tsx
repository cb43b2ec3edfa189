/** The Bias–variance page: networks on many training sets, and beside them the laboratories that lessons need. */
import { useDeferredValue } from 'react';
import {
  useBiasVariance,
  useBiasVarianceSummary,
} from '../../store/bias-variance/bias-variance-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Strip } from '../../ui/controls/strip.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { RunTransport } from '../shared/transport/run-transport.tsx';
import { useNarrow } from '../shared/use-narrow.ts';
import { useEstimate } from '../shared/transport/use-estimate.ts';
import { BIAS_VARIANCE_BUTTON_ID } from './bias-variance-button-id.ts';
import { PrintedSettings } from './printed-settings.tsx';
import { BiasVarianceRail } from './rail/bias-variance-rail.tsx';
import { ExportMenu } from './results/export-menu.tsx';
import { TradeOff } from './results/trade-off.tsx';
import { SECTION_CONTENTS } from './section-contents.ts';
import { SectionLinks, useSection } from './section-links.tsx';
import type { Section } from './sections.ts';
import results from './results/trade-off.module.css';
import styles from './bias-variance-page.module.css';

export function BiasVariancePage() {
  const section = useSection();
  return section ? <LaboratoryPage section={section} /> : <TrainedNetworks />;
}

function LaboratoryPage({ section }: { readonly section: Section }) {
  const Content = SECTION_CONTENTS[section.id];
  return (
    <main className={styles.laboratory}>
      <SectionLinks section={section} />
      <Content />
    </main>
  );
}

function TrainedNetworks() {
  const run = useBiasVariance((state) => state);
  useEstimate(run);
  // On a phone the settings stand above all else: the way to the other sections is above them.
  const isNarrow = useNarrow();
  const sections = <SectionLinks section={null} />;
  // Buttons and progress do not wait for the pictures.
  const summary = useDeferredValue(useBiasVarianceSummary());
  const { problems, lanes } = run.prepared;
  return (
    <PageFrame
      title="Bias–variance"
      railLabel="Bias–variance"
      rail={
        <>
          {isNarrow && <div className={styles.sections}>{sections}</div>}
          <BiasVarianceRail />
        </>
      }
      announced={isNarrow ? null : sections}
      stageClass={results.stage}
      stage={
        <>
          <RunTransport
            {...{ name: 'Bias–variance', buttonId: BIAS_VARIANCE_BUTTON_ID, run }}
            {...{ all: lanes.length, unit: 'networks' }}
          >
            <ExportMenu summary={summary} />
          </RunTransport>
          <PrintedSettings />
          {run.notice !== null && (
            <Strip actions={<Button onClick={run.dismissNotice}>Close</Button>}>{run.notice}</Strip>
          )}
          {problems.length > 0 ? (
            <Strip tone="alert">{problems[0]?.message}</Strip>
          ) : (
            <TradeOff summary={summary} />
          )}
        </>
      }
    >
      {null}
    </PageFrame>
  );
}
