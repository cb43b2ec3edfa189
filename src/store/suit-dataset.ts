/**
 * What suits a data set, in place of what was kept from another one. Arms keep their regularizers and
 * what they have of their own: they are the question that is asked. Only strengths that come from
 * another scale are moved, all of a regularizer alike, so that a row of strengths stays one.
 */
import { countOf } from '../base/count-of.ts';
import { withCommas } from '../base/with-commas.ts';
import { formatNumber, initialSettings } from '../engine/settings.ts';
import type { Setting } from '../engine/settings.ts';
import { SUITED_STARTS } from '../datasets/suited-starts.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { NETWORK_SCHEMA, TRAINING_SCHEMA } from '../protocol/experiment.ts';
import type { Arm, Experiment } from '../protocol/experiment.ts';
import type { RegularizerSettings } from '../regularizers/registry.ts';
import { describeRegularizer, inSentence, joinWords } from './arm-name.ts';
import { fitOwnRows } from './fit-to-dataset.ts';
import { REGULARIZER_ENTRIES } from './regularizers.ts';
import type { LooseSettings } from './regularizers.ts';

interface SuitedExperiment {
  readonly experiment: Experiment;
  /** What the given one has instead, as in "256 hidden units", … */
  readonly instead: readonly string[];
  /** … and what it has; both empty where it suits already. */
  readonly suits: readonly string[];
}

/** `dataset` is the one that the experiment names. */
export function suitDataset(given: Experiment, dataset: Dataset): SuitedExperiment {
  const experiment = withSuited(given, dataset);
  const [before, after] = [describe(given), describe(experiment)];
  return {
    experiment,
    instead: before.filter((text) => !after.includes(text)),
    suits: after.filter((text) => !before.includes(text)),
  };
}

function withSuited({ data, network, training, arms, ...others }: Experiment, dataset: Dataset) {
  const { hiddenLayers, ...pace } = SUITED_STARTS[data.dataset];
  const { activation, initialization } = initialSettings(NETWORK_SCHEMA);
  const factors = strengthFactors(arms);
  const suitedData = { ...data, ...dataset.initial };
  return {
    ...others,
    data: suitedData,
    network: { ...network, hiddenLayers, activation, initialization },
    training: { ...training, optimizer: TRAINING_SCHEMA.optimizer.initial, ...pace },
    arms: arms.map((arm) => fitOwnRows(suitArm(arm, dataset, factors), suitedData, dataset)),
  };
}

/** Strengths within this factor of the usual one stay as they are. */
const FAR = 10;

/** By regularizer: what its strengths in all arms are to be multiplied with. */
function strengthFactors(arms: readonly Arm[]): ReadonlyMap<string, number> {
  const factors = new Map<string, number>();
  for (const { id, initial } of REGULARIZER_ENTRIES) {
    const usual = initial['lambda'];
    const strengths = arms.map((arm) => strengthOf(arm.regularizers[id])).filter((one) => one > 0);
    if (typeof usual !== 'number' || strengths.length === 0) continue;
    const middle = Math.sqrt(Math.min(...strengths) * Math.max(...strengths));
    const ratio = middle / usual;
    if (ratio > FAR || ratio < 1 / FAR) factors.set(id, 1 / ratio);
  }
  return factors;
}

function strengthOf(settings: LooseSettings | undefined): number {
  const strength = settings?.['lambda'];
  return typeof strength === 'number' ? strength : 0;
}

function maximumOf(setting: Setting | undefined): number {
  return setting?.kind === 'number' ? setting.max : Infinity;
}

function suitArm(arm: Arm, dataset: Dataset, factors: ReadonlyMap<string, number>): Arm {
  let regularizers: RegularizerSettings = withoutInputDropout(arm.regularizers, dataset);
  for (const [id, factor] of factors) {
    const own = REGULARIZER_ENTRIES.find((entry) => entry.id === id);
    const settings: LooseSettings | undefined = own && regularizers[own.id];
    if (!own || !settings) continue;
    const lambda = Math.min(
      Number((strengthOf(settings) * factor).toPrecision(1)),
      maximumOf(own.schema['lambda']),
    );
    regularizers = { ...regularizers, [own.id]: { ...settings, lambda } };
  }
  return { ...arm, regularizers };
}

/** Where the inputs are the place of a point, one of them alone says nothing. */
function withoutInputDropout(regularizers: RegularizerSettings, { featureCount }: Dataset) {
  const { dropout } = regularizers;
  if (!dropout || featureCount > 2) return regularizers;
  return { ...regularizers, dropout: { ...dropout, inputRate: 0 } };
}

function describe({ data, network, training, arms }: Experiment): string[] {
  const { trainingExamples, validationExamples } = data;
  return [
    `${withCommas(trainingExamples)} training and ${countOf(validationExamples, 'validation examples')}`,
    layersText(network.hiddenLayers),
    optionLabel(NETWORK_SCHEMA.activation.options, network.activation),
    `${optionLabel(NETWORK_SCHEMA.initialization.options, network.initialization)} initial weights`,
    optionLabel(TRAINING_SCHEMA.optimizer.options, training.optimizer),
    `learning rate ${formatNumber(training.learningRate)}`,
    `batches of ${withCommas(training.batchSize)}`,
    countOf(training.epochs, 'epochs'),
    ...describeArms(arms),
  ];
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
