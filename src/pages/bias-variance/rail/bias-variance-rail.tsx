/** What is learnt from many training sets, by which network, and along which axis. */
import { countOf } from '../../../base/text/count-of.ts';
import { axisLabel } from '../../../plans/sweep-words.ts';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { RailFrame, RailSection } from '../../shared/rail/rail-frame.tsx';
import { UndoButtons } from '../../shared/rail/undo-buttons.tsx';
import { AxisSection } from './axis-section.tsx';
import { BiasVariancePresets } from './bias-variance-presets.tsx';
import { NetworkSection } from './network-section.tsx';
import { TruthSection } from './truth-section.tsx';

export function BiasVarianceRail() {
  const { axis, sets } = useBiasVariance((state) => state.form);
  const values = useBiasVariance((state) => state.prepared.plan.cells.length);
  return (
    <RailFrame
      presets={<BiasVariancePresets />}
      foldTitle="Settings"
      summary={`${axisLabel(axis.setting)}: ${countOf(values, 'values')}, ${countOf(sets, 'sets')}`}
    >
      <RailSection
        control="rail-truth"
        title="Truth and noise"
        aside={<UndoButtons page="bias-variance" />}
      >
        <TruthSection />
      </RailSection>
      <RailSection control="rail-axis" title="Complexity axis">
        <AxisSection />
      </RailSection>
      <RailSection control="rail-network" title="Network">
        <NetworkSection />
      </RailSection>
    </RailFrame>
  );
}
