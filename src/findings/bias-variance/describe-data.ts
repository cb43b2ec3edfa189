/** Rule 7: more data are no choice between bias and variance. */
import type { Statement } from '../statement.ts';
import type { ComparedValue } from './compared-values.ts';
import type { TradeOffMaterial } from './trade-off-material.ts';
import { partText } from './trade-off-words.ts';

export function describeData(
  { noun }: TradeOffMaterial,
  values: readonly ComparedValue[],
): Statement[] {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last || first === last) return [];
  const change = (part: 'variance' | 'bias2') =>
    `from ${partText(first.figures[part])} to ${partText(last.figures[part])}`;
  const paysNothing = last.figures.bias2 <= first.figures.bias2;
  const fell = last.figures.variance < first.figures.variance;
  return [
    {
      lead: `From ${first.label} to ${last.label} ${noun} variance ${fell ? 'falls' : 'rises'} ${change('variance')}`,
      text: `and test error goes from ${partText(first.figures.test)} to ${partText(last.figures.test)}. Bias² goes ${change('bias2')}${
        fell && paysNothing ? ': more data need no trade.' : '.'
      }`,
    },
  ];
}
