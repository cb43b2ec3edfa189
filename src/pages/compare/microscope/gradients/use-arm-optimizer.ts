/** What each arm of the run on screen steps by. */
import { useMemo } from 'react';
import type { OptimizerId } from '../../../../engine/step/kernels.ts';
import { settingsOfArm } from '../../../../experiment/experiment.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import { shownExperiment } from '../../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';

export function useArmOptimizer(): (armId: ArmId) => OptimizerId {
  const experiment = usePlayground(shownExperiment);
  return useMemo(
    () => (armId) => {
      const arm = experiment.arms.find(({ id }) => id === armId);
      return (arm ? settingsOfArm(experiment, arm) : experiment).training.optimizer;
    },
    [experiment],
  );
}
