/**
 * Which removed points are missed: those that some arm would train on if they were put back. A point whose number
 * lies beyond the training examples is drawn for no arm, so it is missed only once there are more examples.
 */
import { settingsOfArm } from './experiment.ts';
import type { Experiment } from './experiment.ts';

export function removedFromTraining(experiment: Experiment): readonly number[] {
  const counts = experiment.arms.map((arm) => settingsOfArm(experiment, arm).data.trainingExamples);
  const most = Math.max(...counts);
  return (experiment.data.removedPoints ?? []).filter((row) => row < most);
}
