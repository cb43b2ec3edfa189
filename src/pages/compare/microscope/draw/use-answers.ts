/** What the arms answered for the digit that they were shown. */
import type { ArmId } from '../../../../experiment/experiment.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';

export interface ArmAnswer {
  readonly armId: ArmId;
  /** [digit] */
  readonly probabilities: Float32Array;
}

/** In the order of the arms; those that diverged, or were not asked yet, are left out. */
export function useAnswers(): readonly ArmAnswer[] {
  const answers = usePlayground((state) => state.networkAnswers);
  const history = usePlayground((state) => state.history);
  const retired = usePlayground((state) => state.retiredArms);
  return (answers ?? []).flatMap(({ lane, outputs }) => {
    const armId = history?.lanes[lane]?.lane.armId;
    if (armId === undefined || retired.includes(armId)) return [];
    return [{ armId, probabilities: outputs }];
  });
}
