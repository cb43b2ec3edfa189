/** Takes a cell of a sweep to Compare: as one more arm where that fits, else beside its base as a new comparison. */
import { armOfCell, settingsOfCell } from '../../plans/cell-experiment.ts';
import type { Sweep, SweepCell } from '../../plans/sweep.ts';
import { usePlayground } from '../../store/playground-context.tsx';

interface OpenInCompare {
  /** Arms that would be replaced; 0: the cell is added to them. */
  readonly replaces: number;
  readonly open: () => void;
}

export function useOpenInCompare(sweep: Sweep, cell: SweepCell): OpenInCompare {
  const experiment = usePlayground((state) => state.experiment);
  const presetId = usePlayground((state) => state.presetId);
  const pace = usePlayground((state) => state.pace);
  const applyPreset = usePlayground((state) => state.applyPreset);
  const arm = armOfCell(experiment, sweep, cell);
  const opened = arm
    ? { id: presetId, experiment: { ...experiment, arms: [...experiment.arms, arm] } }
    : { id: '', experiment: settingsOfCell(sweep, cell) };
  return {
    replaces: arm ? 0 : experiment.arms.length,
    open: () => {
      applyPreset({ ...opened, pace });
      location.hash = '#/';
    },
  };
}
