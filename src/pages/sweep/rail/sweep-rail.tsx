/** What is swept, how it is judged, and what that costs. */
import type { ReactNode } from 'react';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { AxisSection } from './axis-section.tsx';
import { BaseSection } from './base-section.tsx';
import { CostSection } from './cost-section.tsx';
import { FoldPicture } from './fold-picture.tsx';
import { JudgingSection } from './judging-section.tsx';
import { SweepPresets } from './sweep-presets.tsx';
import styles from './sweep-rail.module.css';

export function SweepRail() {
  const axisCount = useSweep((state) => state.form.axes.length);
  return (
    <div className={styles.rail}>
      <SweepPresets />
      <RailSection title="Base">
        <BaseSection />
      </RailSection>
      <RailSection title={axisCount > 1 ? 'Across' : 'Swept'}>
        <AxisSection index={0} />
      </RailSection>
      <RailSection title="Down">
        <AxisSection index={1} />
      </RailSection>
      <RailSection title="Judge by">
        <JudgingSection />
        <FoldPicture />
      </RailSection>
      <RailSection title="Cost">
        <CostSection />
      </RailSection>
    </div>
  );
}

function RailSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
