/** For tests: what the worker would answer to an experiment, with three wrong labels to look at. */
import type { Experiment } from '../protocol/experiment.ts';
import type { PreparedRun } from '../protocol/messages.ts';

export function preparedRun(experiment: Experiment): PreparedRun {
  const { trainingExamples, validationExamples, wrongLabelShare } = experiment.data;
  const wrongLabels = Math.round(trainingExamples * wrongLabelShare);
  return {
    stepsPerEpoch: Math.ceil(trainingExamples / experiment.training.batchSize),
    parameterCount: 19210,
    trainingRows: trainingExamples,
    trainingSampleRows: Math.min(trainingExamples, 500),
    validationRows: validationExamples,
    sealedTestRows: 0,
    wrongLabels,
    wrongLabelsWatched: wrongLabels,
    lanes: experiment.arms.map(({ id }) => ({
      ...{ armId: id, replicate: 0, fold: 0 },
      parameterCount: 19210,
    })),
    liars: wrongLabels === 0 ? [] : [3, 1, 4].map(wrongExample),
  };
}

function wrongExample(trueLabel: number, row: number) {
  return { row, trueLabel, givenLabel: trueLabel + 1, features: new Float32Array(64).fill(0.5) };
}
