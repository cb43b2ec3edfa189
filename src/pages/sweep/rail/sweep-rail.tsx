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
      <RailSection control="rail-base" title="Base" aside={<UndoButtons page="sweep" />}>
        <BaseSection />
      </RailSection>
      <RailSection control="rail-across" title={axes.length > 1 ? 'Across' : 'Swept'}>
        <AxisSection index={0} />
      </RailSection>
      <RailSection control="rail-down" title="Down">
        <AxisSection index={1} />
      </RailSection>
      <RailSection control="rail-judging" title="Judge by">
        <JudgingSection />
        <FoldPicture />
      </RailSection>
      <RailSection control="rail-cost" title="Cost">
        <CostSection />
      </RailSection>
    </RailFrame>
  );
}
