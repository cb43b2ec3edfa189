/** The product's promise in a sentence: what the arms share, and what alone differs. */
import { OVERRIDE_SCHEMA } from './experiment.ts';
import type { Arm, OverrideKey, SharedSettings } from './experiment.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { activeRegularizers, inSentence, joinWords } from './arm-name.ts';
import { differingOverrides } from './arm-overrides.ts';
import { regularizerById } from './regularizers.ts';
import { sameValue } from '../base/same-value.ts';

export function fairnessSentence(
  experiment: SharedSettings & { readonly arms: readonly Arm[] },
): string {
  const { arms } = experiment;
  if (arms.length < 2) return 'One arm alone: add another to compare';
  const own = differingOverrides(experiment);
  const labels = [
    ...differingRegularizers(arms),
    ...own.map((key) => OVERRIDE_SCHEMA[key].label),
  ].map(inSentence);
  const shared = `${describeStart(own)}, ${describeBatches(own)}`;
  if (labels.length === 0) return `${shared}: the arms do not differ yet`;
  const isOne = labels.length === 1 && labels[0] !== HIDDEN_LAYERS;
  return `${shared}: only ${joinWords(labels)} ${isOne ? 'differs' : 'differ'}`;
}

const HIDDEN_LAYERS = inSentence(OVERRIDE_SCHEMA.hiddenLayers.label);

function describeStart(own: readonly OverrideKey[]): string {
  if (own.includes('initialization')) return 'Other first weights';
  return own.includes('hiddenLayers') ? 'Same start in layers of the same shape' : 'Same start';
}

function describeBatches(own: readonly OverrideKey[]): string {
  const differ = own.includes('batchSize') || own.includes('trainingExamples');
  return differ ? 'each arm its own batches' : 'same batches';
}

/** Labels of the regularizers that are not the same in all arms. Off and neutral are the same. */
function differingRegularizers(arms: readonly Arm[]): string[] {
  return REGULARIZERS.filter(({ id }) => {
    const [first, ...others] = arms.map(({ regularizers }) =>
      activeRegularizers(regularizers).includes(id) ? regularizers[id] : null,
    );
    return others.some((settings) => !sameValue(settings, first));
  }).map(({ id }) => regularizerById(id).label);
}
