/** Rule 3: what a regularizer buys, in variance, and what it pays, in bias². */
import { PERCENT_SIGN } from '../../base/text/percent-sign.ts';
import type { Statement } from '../statement.ts';
import { endsOf, excess } from './compared-values.ts';
import type { ComparedValue } from './compared-values.ts';
import type { TradeOffMaterial } from './trade-off-material.ts';
import { changeText, valueName } from './trade-off-words.ts';

export function describePrice(
  { axis }: TradeOffMaterial,
  values: readonly ComparedValue[],
  best: ComparedValue,
): Statement[] {
  if (axis.kind === 'size') return [];
  if (axis.kind === 'arms') {
    const [first, ...others] = values;
    return first ? others.map((one) => price(first, one, first.label, one.label)) : [];
  }
  const ends = endsOf(axis, values);
  if (!ends || ends.complex === best) return [];
  const { complex } = ends;
  return [price(complex, best, valueName(axis, complex.label), valueName(axis, best.label))];
}

/** "From L2 off to L2 0.003: −0.082 variance for +0.019 bias²." */
function price(
  from: ComparedValue,
  to: ComparedValue,
  fromName: string,
  toName: string,
): Statement {
  const variance = to.figures.variance - from.figures.variance;
  const bias2 = to.figures.bias2 - from.figures.bias2;
  const isTrade = variance < 0 && bias2 > 0;
  const parts = `${changeText(variance)} variance ${isTrade ? 'for' : 'and'} ${changeText(bias2)} bias²`;
  return { lead: `From ${fromName} to ${toName}:`, text: `${parts}. ${gain(from, to)}` };
}

function gain(from: ComparedValue, to: ComparedValue): string {
  const difference = excess(to, from);
  const change = to.figures.test - from.figures.test;
  const verb = change < 0 ? 'falls' : 'rises';
  if (!difference) return `Test error ${verb} by ${Math.abs(change).toFixed(3)}.`;
  const interval = `set by set, 95${PERCENT_SIGN} interval ${changeText(difference.low)} to ${changeText(difference.high)}`;
  const doubt = difference.isClear ? '' : ', which may be luck';
  return `Test error ${verb} by ${Math.abs(difference.mean).toFixed(3)} (${interval})${doubt}.`;
}
