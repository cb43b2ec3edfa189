/** The first layer in a sentence or two. */
import { countOf } from '../../../../base/text/count-of.ts';
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { FirstLayerView } from '../../../../protocol/views.ts';
import { count, decimals, percent } from '../../../../base/text/figure-text.ts';

/** The sentence for images. */
export function describeFields(view: FirstLayerView): string {
  const { units, fields, inputs, keptInputs, zeros } = view;
  const weights = inputs * units;
  const shown = view.isLinear
    ? `The weights of ${units === fields.length ? 'all' : fields.length} ${count(units)} outputs.`
    : `${shownUnits(view)} (norm ${normRange(view)}).`;
  const zeroText =
    zeros === 0
      ? `None of the ${countOf(weights, 'weights')} is exactly 0.`
      : `${count(zeros)} of the ${countOf(weights, 'weights')} (${percent(zeros / weights)}) ${zeros === 1 ? 'is' : 'are'} exactly 0; ${usedText(keptInputs, inputs)}.`;
  return `${shown} ${zeroText}`;
}

function shownUnits({ units, fields }: FirstLayerView): string {
  return fields.length === units
    ? `${units === 1 ? 'The one hidden unit' : `All ${count(units)} hidden units`}, the largest weights first`
    : `The ${fields.length} of ${count(units)} hidden units with the largest weights`;
}

function normRange({ fields }: FirstLayerView): string {
  const norm = decimals(2);
  return `${norm(fields[0]?.norm ?? NaN)} to ${norm(fields.at(-1)?.norm ?? NaN)}`;
}

function usedText(kept: number, inputs: number): string {
  return kept === inputs
    ? 'every pixel is used'
    : `${count(kept)} of ${count(inputs)} pixels are used`;
}

/** Said of an untrained network, whose kept features are chance. */
export const UNTRAINED_FEATURES =
  'Before training: every feature has the random weights that it begins with.';

/** The sentence for data with named features. */
export function describeFeatures(view: FirstLayerView, dataset: Dataset): string {
  const { inputs, keptInputs, zeros } = view;
  const lost = inputs - keptInputs;
  const kept =
    lost === 0 ? `Keeps all ${inputs} features` : `Keeps ${keptInputs} of ${inputs} features`;
  const { trueWeights } = dataset;
  if (trueWeights) return `${kept}: ${describeTruth(view, trueWeights)}.${zeroText(view)}`;
  if (lost === 0)
    return zeros === 0
      ? `${kept}: none of its weights is exactly 0.`
      : `${kept}: each has a weight, though ${count(zeros)} of ${count(inputs * view.units)} weights are exactly 0.`;
  if (keptInputs === 0) return `Keeps none of ${inputs} features: every weight is exactly 0.`;
  const weights = view.units > 1 ? 'all weights' : 'the weight';
  return `${kept}; ${weights} of the other${lost === 1 ? '' : ` ${lost}`} ${view.units > 1 || lost > 1 ? 'are' : 'is'} exactly 0.`;
}

function zeroText({ zeros, inputs, units }: FirstLayerView): string {
  if (zeros === 0) return '';
  return ` ${count(zeros)} of ${count(inputs * units)} weights ${zeros === 1 ? 'is' : 'are'} exactly 0.`;
}

/** "5 real, 9 false of 14 kept" as words; a real one that is lost is named too. */
function describeTruth({ norms }: FirstLayerView, trueWeights: readonly number[]): string {
  const tally = (isReal: boolean, isKept: boolean) =>
    trueWeights.filter((w, i) => (w !== 0) === isReal && (norms[i] ?? 0) > 0 === isKept).length;
  const missed = tally(true, false);
  const lostText = missed > 0 ? `; ${missed} real ${missed === 1 ? 'is' : 'are'} lost` : '';
  return `${tally(true, true)} real, ${tally(false, true)} false${lostText}`;
}
