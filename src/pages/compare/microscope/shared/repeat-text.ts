/** Which of an arm's repeats a picture is of: always the first. */
import type { ArmId } from '../../../../experiment/experiment.ts';
import { shownExperiment } from '../../../../store/compare/shown-experiment.ts';
import { useLanes, usePlayground } from '../../../../store/playground-context.tsx';

/** "Of repeat 1 of 3 (seed 42)."; '' where there is one. */
export function useRepeatText(armId: ArmId): string {
  const seed = usePlayground((state) => shownExperiment(state).training.seed);
  const repeats = useLanes(armId).filter((one) => one.lane.fold === 0).length;
  return repeats > 1 ? `Of repeat 1 of ${repeats} (seed ${seed}).` : '';
}
