/** What is swept, how it is judged, and what that costs. */
import { countOf } from '../../../base/text/count-of.ts';
import { axisLabel } from '../../../plans/sweep-words.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { RailFrame, RailSection } from '../../shared/rail/rail-frame.tsx';
import { UndoButtons } from '../../shared/rail/undo-buttons.tsx';
import { AxisSection } from './axis-section.tsx';
import { BaseSection } from './base-section.tsx';
import { CostSection } from './cost-section.tsx';
import { FoldPicture } from './fold-picture.tsx';
import { JudgingSection } from './judging-section.tsx';
import { SweepPresets } from './sweep-presets.tsx';

export function SweepRail() {
  const axes = useSweep((state) => state.form.axes);
  const cellCount = useSweep((state) => state.prepared.cells.length);
  return (
    <RailFrame
      presets={<SweepPresets />}
      foldTitle="Settings of this sweep"
      summary={`${axes.map(({ setting }) => axisLabel(setting)).join(', ')}: ${countOf(cellCount, 'cells')}`}
    >
      <RailSection title="Base" aside={<UndoButtons page="sweep" />}>
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
    </RailFrame>
  );
}
