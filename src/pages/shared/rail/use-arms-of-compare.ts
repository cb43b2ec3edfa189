/** The arms of Compare as they stand, each as a base that a plan can vary. */
import { useMemo } from 'react';
import { armName } from '../../../experiment/arm-name.ts';
import { laneBaseOf } from '../../../experiment/lane-base.ts';
import type { SweptArm } from '../../../plans/sweep.ts';
import { usePlayground } from '../../../store/playground-context.tsx';

export function useArmsOfCompare(): { readonly arms: readonly SweptArm[]; readonly seed: number } {
  const experiment = usePlayground((state) => state.experiment);
  return useMemo(
    () => ({
      arms: experiment.arms.map((arm) => ({
        ...{ id: arm.id, label: armName(arm), base: laneBaseOf(experiment, arm) },
      })),
      seed: experiment.training.seed,
    }),
    [experiment],
  );
}
