/** For tests: events of a run, and what the worker would answer to an experiment, with three wrong labels to look at. */
import type { Experiment } from '../../experiment/experiment.ts';
import type { Lane, PreparedRun, TrainerEvent } from '../../protocol/messages.ts';

/** An event of a run that goes without saying. */
export type EventOfRun = TrainerEvent extends infer Event
  ? Event extends TrainerEvent
    ? Omit<Event, 'runId'>
    : never
  : never;

export function preparedRun(experiment: Experiment): PreparedRun {
  const { trainingExamples, validationExamples, wrongLabelShare } = experiment.data;
  const { ownPoints = [], removedPoints = [] } = experiment.data;
  const trainingRows = trainingExamples + ownPoints.length - removedPoints.length;
  const wrongLabels = Math.round(trainingExamples * wrongLabelShare);
  const facts: Omit<Lane, 'armId' | 'replicate'> = {
    fold: 0,
    parameterCount: 19210,
    stepsPerEpoch: Math.ceil(trainingRows / experiment.training.batchSize),
    trainingRows,
    trainingSampleRows: Math.min(trainingRows, 500),
    simplestAnswer: 0.12,
    wrongLabels,
    wrongLabelsWatched: wrongLabels,
    mislabelled: wrongLabels === 0 ? [] : [3, 1, 4].map(mislabelledExample),
  };
  const replicates = Array.from({ length: experiment.training.replicates }, (_, index) => index);
  return {
    validationRows: validationExamples,
    sealedTestRows: 897,
    samples: [],
    lanes: replicates.flatMap((replicate) =>
      experiment.arms.map(({ id }) => ({ ...facts, armId: id, replicate })),
    ),
  };
}

function mislabelledExample(trueLabel: number, row: number) {
  return { row, trueLabel, givenLabel: trueLabel + 1, features: new Float32Array(64).fill(0.5) };
}
