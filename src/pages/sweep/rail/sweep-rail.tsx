/** What is swept, how it is judged, and what that costs. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { countOf } from '../../../base/text/count-of.ts';
import { axisLabel } from '../../../plans/sweep-words.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { AxisSection } from './axis-section.tsx';
import { BaseSection } from './base-section.tsx';
import { CostSection } from './cost-section.tsx';
import { FoldPicture } from './fold-picture.tsx';
import { JudgingSection } from './judging-section.tsx';
import { SweepPresets } from './sweep-presets.tsx';
import styles from './sweep-rail.module.css';

export function SweepRail() {
  // Only a phone shows the button that folds the rail.
  const [isUnfolded, setUnfolded] = useState(false);
  const axes = useSweep((state) => state.form.axes);
  const cellCount = useSweep((state) => state.prepared.cells.length);
  return (
    <div className={styles.rail}>
      <SweepPresets />
      <Button
        className={styles.fold}
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <span>Settings of this sweep</span>
        <span className={styles.summary}>
          {axes.map(({ setting }) => axisLabel(setting)).join(', ')}: {countOf(cellCount, 'cells')}
        </span>
        <span aria-hidden="true">{isUnfolded ? '▴' : '▾'}</span>
      </Button>
      <div className={styles.sections} data-unfolded={isUnfolded}>
        <RailSection title="Base">
          <BaseSection />
        </RailSection>
        <RailSection title={axes.length > 1 ? 'Across' : 'Swept'}>
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
