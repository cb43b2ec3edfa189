/**
 * Has experiments trained by the exported PyTorch script, in place of the page's workers: what claims measure
 * (tests/effects/claims) they then measure of the script.
 */
import type { Experiment } from '../../src/experiment/experiment.ts';
import { experimentScript } from '../../src/exports/code/experiment-script.ts';
import { laneResult } from '../../src/figures/lane-result-fixture.ts';
import type { LaneResult } from '../../src/figures/lane-result.ts';
import type { Training } from '../effects/train-effects.ts';
import { runScript } from './run-script.ts';
import type { ScriptResult } from './run-script.ts';

/** Sets that scikit-learn does not have are read from the repository. */
const SITE_ADDRESS = 'public/';

export function pytorchScript(experiment: Experiment): string {
  const { arms } = experiment;
  return experimentScript({ experiment, arms, framework: 'pytorch', siteAddress: SITE_ADDRESS });
}

export function scriptTraining(python: string): Training {
  const refuse = () => Promise.reject(new Error('Only experiments are exported as scripts here.'));
  return {
    train: async (experiment, seed) => {
      const words = ['--seed', String(seed), '--test'];
      const results = await runScript(python, pytorchScript(experiment), words);
      return { results: results.map(asLaneResult), networks: [], stability: [], pictures: [] };
    },
    trainSweep: refuse,
    trainPlan: refuse,
  };
}

function asLaneResult(result: ScriptResult): LaneResult {
  const { test_loss: loss, test_accuracy: accuracy } = result;
  const row = {
    epoch: result.epochs,
    validationLoss: result.validation_loss,
    validationAccuracy: result.validation_accuracy ?? NaN,
    trainingLoss: result.training_loss,
    trainingAccuracy: result.training_accuracy ?? NaN,
    wrongLabelsBelieved: result.wrong_labels_believed,
    zeroWeights: result.zero_weights,
  };
  const { row: best } = laneResult({ validationAccuracy: result.best_validation_accuracy ?? NaN });
  return laneResult(row, {
    best,
    wrongLabels: result.wrong_labels,
    weightCount: result.weights,
    ...(loss !== undefined && {
      test: { loss, accuracy: accuracy ?? NaN, rows: 0, targetVariance: NaN },
    }),
  });
}
