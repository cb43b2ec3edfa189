/** What was dropped, in a sentence. */
import { nounFor } from '../../../../base/text/count-of.ts';
import type { Dataset } from '../../../../datasets/dataset.ts';
import { formatNumber } from '../../../../settings/settings.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { DropoutMaskView } from '../../../../protocol/views.ts';
import { count } from '../../../../base/text/figure-text.ts';
import { droppedIn, maskOfRow } from './mask-of-row.ts';
import type { RowMask } from './mask-of-row.ts';

/** Why there is no mask; null where there is one. */
export function describeWhole(
  { step, hiddenRate, inputRate }: DropoutMaskView,
  isLookingBack: boolean,
): string | null {
  if (Number.isNaN(step))
    return 'It has stopped training: nothing is dropped any more, every unit takes part.';
  if (hiddenRate === 0 && inputRate === 0) return 'No dropout: every unit takes part.';
  if (step === 0 && isLookingBack)
    return 'At epoch 0, which you look back at, no step had been taken: nothing was dropped yet.';
  if (step === 0)
    return 'No step has been taken yet. “Step one batch” takes the first, and shows what it drops.';
  return null;
}

/**
 * "In step 13, image 1: B drops 131 of 256 hidden units and 14 of 64 pixels." Of all arms that drop in it,
 * in few words; '' where none does.
 */
export function describeBriefly(arms: readonly ArmMask[], row: number, dataset: Dataset): string {
  const dropping = arms.flatMap(({ armId, picture }) => {
    if (picture.rows[row] === undefined) return [];
    const mask = maskOfRow(picture, row, dataset.featureCount);
    const drops = countDropped(picture, mask, dataset).map(
      ({ dropped, units, word }) => `${count(dropped)} of ${count(units)} ${word}`,
    );
    return drops.length > 0
      ? [{ step: picture.step, text: `${armId} drops ${drops.join(' and ')}` }]
      : [];
  });
  const [first] = dropping;
  if (!first) return '';
  return `${rowInStep(first.step, row, dataset)}: ${dropping.map(({ text }) => text).join('; ')}.`;
}

interface ArmMask {
  readonly armId: ArmId;
  readonly picture: DropoutMaskView;
}

/**
 * "In step 13, image 1: 131 of 256 hidden units dropped (p = 0.5), 14 of 64 pixels (p = 0.2). What stays is
 * divided by 1 − p: hidden units count 2 times, pixels 1.25 times."
 */
export function describeMask(view: DropoutMaskView, mask: RowMask, dataset: Dataset): string {
  const parts = countDropped(view, mask, dataset);
  const counts = parts.map(
    ({ dropped, units, word, rate }, index) =>
      `${count(dropped)} of ${count(units)} ${word}${index === 0 ? ' dropped' : ''} (p = ${formatNumber(rate)})`,
  );
  const scales = parts.map(({ word, rate }, index) => {
    const times = Number((1 / (1 - rate)).toPrecision(3));
    return `${word} ${index === 0 ? 'count ' : ''}${formatNumber(times)} times`;
  });
  return `${rowInStep(view.step, mask.row, dataset)}: ${counts.join(', ')}. What stays is divided by 1 − p: ${scales.join(', ')}.`;
}

function rowInStep(step: number, row: number, dataset: Dataset): string {
  return `In step ${count(step)}, ${nounFor(1, dataset.words.examples)} ${row + 1}`;
}

/** How many hidden units and inputs were dropped, of the kinds that may be. */
function countDropped(view: DropoutMaskView, mask: RowMask, dataset: Dataset) {
  const hidden = {
    word: 'hidden units',
    units: mask.hidden.reduce((sum, layer) => sum + layer.length, 0),
    dropped: mask.hidden.reduce((sum, layer) => sum + droppedIn(layer), 0),
    rate: view.hiddenRate,
  };
  const inputs = {
    word: dataset.image ? 'pixels' : 'inputs',
    units: mask.inputs.length,
    dropped: droppedIn(mask.inputs),
    rate: view.inputRate,
  };
  return [hidden, inputs].filter(({ rate, units }) => rate > 0 && units > 0);
}
