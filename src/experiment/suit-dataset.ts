/** The start that suits a data set, and what it has in place of other settings, in words. */
import { countOf } from '../base/text/count-of.ts';
import { withCommas } from '../base/text/with-commas.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { formatNumber, initialSettings } from '../settings/settings.ts';
import { ARM_IDS, DATA_SCHEMA, NETWORK_SCHEMA, TRAINING_SCHEMA } from './experiment.ts';
import type { Arm, Experiment } from './experiment.ts';
import { describeRegularizer, inSentence, joinWords } from './arm-name.ts';
import { REGULARIZER_ENTRIES } from './regularizers.ts';

/** `dataset` is the one that the experiment names. Repeats stay as they are, unless the set's start has its own. */
export function suitDataset(given: Experiment, dataset: Dataset): Experiment {
  const { start, noise } = dataset;
  const { trainingExamples, validationExamples, wrongLabelShare = 0 } = start;
  const { hiddenLayers, learningRate, batchSize, epochs } = start;
  const { optimizer = TRAINING_SCHEMA.optimizer.initial } = start;
  const { seed = TRAINING_SCHEMA.seed.initial, repeats = given.training.replicates } = start;
  return {
    ...given,
    data: {
      dataset: given.data.dataset,
      ...{ trainingExamples, validationExamples, wrongLabelShare, noise: noise?.initial ?? 0 },
    },
    network: { ...initialSettings(NETWORK_SCHEMA), hiddenLayers },
    training: {
      ...given.training,
      ...{ optimizer, learningRate, batchSize, epochs, seed, replicates: repeats },
    },
    arms: ARM_IDS.slice(0, start.arms.length).map((id, index) => ({
      ...{ id, name: null, regularizers: start.arms[index] ?? {} },
    })),
  };
}

/** What the first experiment has and the second has not, as in "256 hidden units", "dropout 0.5 in arm B". */
export function listDifferences(of: Experiment, to: Experiment): string[] {
  const others = describe(to);
  return describe(of).filter((text) => !others.includes(text));
}

function describe({ data, network, training, arms }: Experiment): string[] {
  const { trainingExamples, validationExamples, wrongLabelShare, noise } = data;
  const { ownPoints = [], removedPoints = [] } = data;
  const { unit } = DATA_SCHEMA.wrongLabelShare;
  return [
    `${withCommas(trainingExamples)} training and ${countOf(validationExamples, 'validation examples')}`,
    wrongLabelShare === 0
      ? 'no wrong labels'
      : `${formatNumber(wrongLabelShare, unit)} wrong labels`,
    ...(noise === 0 ? [] : [`noise ${formatNumber(noise)}`]),
    pointsText(ownPoints.length, 'own points'),
    pointsText(removedPoints.length, 'removed points'),
    layersText(network.hiddenLayers),
    optionLabel(NETWORK_SCHEMA.activation.options, network.activation),
    `${optionLabel(NETWORK_SCHEMA.initialization.options, network.initialization)} initial weights`,
    optionLabel(TRAINING_SCHEMA.optimizer.options, training.optimizer),
    `learning rate ${formatNumber(training.learningRate)}`,
    `batches of ${withCommas(training.batchSize)}`,
    countOf(training.epochs, 'epochs'),
    `seed ${withCommas(training.seed)}`,
    countOf(training.replicates, 'repeats'),
    ...describeArms(arms),
  ];
}

function pointsText(count: number, plural: string): string {
  return count === 0 ? `no ${plural}` : countOf(count, plural);
}

function layersText(layers: readonly number[]): string {
  if (layers.length === 0) return 'no hidden layer';
  if (layers.length === 1) return countOf(layers[0] ?? 0, 'hidden units');
  const units = new Set(layers).size === 1 ? layers.slice(0, 1) : layers;
  return `${layers.length} hidden layers of ${joinWords(units.map(String))} ${units.every((one) => one === 1) ? 'unit' : 'units'}`;
}

function optionLabel(
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

/** "L2 λ = 0.3 in arms B and D" */
function describeArms(arms: readonly Arm[]): string[] {
  const letters = new Map<string, string[]>();
  for (const { id: letter, regularizers } of arms)
    for (const { id } of REGULARIZER_ENTRIES) {
      if (!regularizers[id]) continue;
      const name = inSentence(describeRegularizer(id, regularizers));
      letters.set(name, [...(letters.get(name) ?? []), letter]);
    }
  return [...letters].map(
    ([name, ids]) => `${name} in arm${ids.length > 1 ? 's' : ''} ${joinWords(ids)}`,
  );
}
