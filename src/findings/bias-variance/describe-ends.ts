/** Rules 4, 5 and 6: why the ends of the axis are worse than the best value, or that one of them is not. */
import { capitalized } from '../../base/text/capitalized.ts';
import type { Statement } from '../statement.ts';
import { endsOf, excess, isClearlyWorse } from './compared-values.ts';
import type { ComparedValue } from './compared-values.ts';
import type { TradeOffMaterial } from './trade-off-material.ts';
import { atValue, changeText, partText, valueName } from './trade-off-words.ts';

/** A rise on the side of complex fits that is a smaller part of that on the simple side than this is no U. */
const SMALL_PART = 0.25;

export function describeEnds(
  material: TradeOffMaterial,
  values: readonly ComparedValue[],
  best: ComparedValue,
): Statement[] {
  const ends = endsOf(material.axis, values);
  if (!ends || values.length < 3) return [];
  const { simple, complex } = ends;
  // Elsewhere the two sides are told apart by what grows on them.
  const isFlat = material.axis.kind === 'size' && hasNoU(simple, complex, best);
  const sides = [complex, simple].filter((end) => end !== best && isClearlyWorse(end, best));
  return [
    ...(isFlat ? [noU(material, ends, best)] : []),
    ...sides
      .filter((end) => !(isFlat && end === complex))
      .map((end) => whyWorse(material, end, best)),
    ...edge(material, ends, best),
  ];
}

/** The part that grew more is named as the cause. */
function whyWorse(
  { axis, rows, noun, task }: TradeOffMaterial,
  end: ComparedValue,
  best: ComparedValue,
): Statement {
  const at = capitalized(atValue(axis, end.label));
  const variance = end.figures.variance - best.figures.variance;
  const bias2 = end.figures.bias2 - best.figures.bias2;
  const higher = `test error ${partText(end.figures.test)}`;
  if (variance > bias2)
    return {
      lead: `${at} it is variance that costs:`,
      text: `${higher}, variance ${changeText(variance)} and bias² ${changeText(bias2)} against the best. ${
        task === 'regression'
          ? `Each fit follows the noise of its own ${rows} ${noun}.`
          : `Each network learns what only its own ${rows} ${noun} say.`
      }`,
    };
  return {
    lead: `${at} it is bias that costs:`,
    text: `${higher}, bias² ${changeText(bias2)} and variance ${changeText(variance)} against the best. ${
      task === 'regression'
        ? 'All fits miss the same bends.'
        : 'All networks miss the truth in the same places.'
    }`,
  };
}

function hasNoU(simple: ComparedValue, complex: ComparedValue, best: ComparedValue): boolean {
  if (!isClearlyWorse(simple, best)) return false;
  if (!isClearlyWorse(complex, best)) return true;
  const [rise, cost] = [excess(complex, best), excess(simple, best)];
  return rise !== null && cost !== null && rise.mean < SMALL_PART * cost.mean;
}

/** A student must not come away with "wider is worse". */
function noU(
  { axis }: Pick<TradeOffMaterial, 'axis'>,
  { simple, complex }: { readonly simple: ComparedValue; readonly complex: ComparedValue },
  best: ComparedValue,
): Statement {
  const { test } = complex.figures;
  const rise =
    complex === best
      ? `Test error is lowest ${atValue(axis, complex.label)}`
      : `${capitalized(atValue(axis, complex.label))} test error is ${partText(test)}, ${changeText(test - best.figures.test)} against the best`;
  return {
    lead: 'No U here.',
    text: `${rise}; ${atValue(axis, simple.label)} it is ${partText(simple.figures.test)}. A larger network is not a worse one: the number of parameters is no measure of how complex the fits are.`,
  };
}

/** More of a strength, or a longer training, might be better still. */
function edge(
  { axis }: TradeOffMaterial,
  { simple, complex }: { readonly simple: ComparedValue; readonly complex: ComparedValue },
  best: ComparedValue,
): Statement[] {
  const isOpen = best === simple || (best === complex && best.label !== 'off');
  if (!isOpen || axis.kind === 'size') return [];
  return [
    {
      lead: 'The best value is at the end of the axis:',
      text: `values beyond ${valueName(axis, best.label)} may be better.`,
    },
  ];
}
