/** What the page is told of each lane before it trains: its size, its rows, and wrong labels to look at. */
import type { RunData } from '../../engine/lanes/lanes.ts';
import type { TrainingRun } from '../../engine/lanes/training-run.ts';
import { parameterCount } from '../../experiment/experiment.ts';
import type { Lane, MislabelledExample } from '../../protocol/messages.ts';
import type { PlannedLane } from '../plan-lanes.ts';
import { simplestAnswer } from './simplest-answer.ts';

/** Wrong labels shown of a lane, the first of those that are watched. */
export const SHOWN_MISLABELLED = 12;

export function describeLanes(run: TrainingRun, lanes: readonly PlannedLane[]): Lane[] {
  const mislabelled = new Map<RunData, readonly MislabelledExample[]>();
  return lanes.map(({ arm, replicate, fold, plan }, lane) => {
    const { data, network } = plan;
    const { sample, watched } = run.measuredRows(data);
    const shown =
      mislabelled.get(data) ?? describeMislabelled(data, watched.slice(0, SHOWN_MISLABELLED));
    mislabelled.set(data, shown);
    return {
      ...{ armId: arm.id, replicate, fold },
      parameterCount: parameterCount(network.sizes, network.batchNorm !== null),
      stepsPerEpoch: run.stepsPerEpoch(lane),
      trainingRows: data.training.count,
      trainingSampleRows: sample,
      simplestAnswer: simplestAnswer(data.training.targets, network.task),
      wrongLabels: data.wrongRows.length,
      wrongLabelsWatched: watched.length,
      mislabelled: shown,
    };
  });
}

function describeMislabelled(
  { training, trueTargets }: RunData,
  rows: Int32Array,
): MislabelledExample[] {
  const width = training.features.length / training.count;
  return Array.from(rows, (row) => ({
    row,
    givenLabel: training.targets[row] ?? NaN,
    trueLabel: trueTargets[row] ?? NaN,
    features: Float32Array.from(
      training.features.subarray(row * width, (row + 1) * width),
      (value) => value * training.featureScale,
    ),
  }));
}
