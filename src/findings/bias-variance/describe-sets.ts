/** Rules 9, 10 and 11: single training sets that decide much, networks that are left out, and sets that are few. */
import { countOf } from '../../base/text/count-of.ts';
import { wholePercent } from '../../base/text/figure-text.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import type { Statement } from '../statement.ts';
import type { ComparedValue } from './compared-values.ts';
import type { TradeOffMaterial } from './trade-off-material.ts';
import { atValue } from './trade-off-words.ts';

/** Of the variance, in one network: the rest would say something else. */
const LARGE_SHARE = 0.5;
/** Of fewer networks each has a large share anyway. */
const FEWEST_NETWORKS = 5;

export function describeHeavySets(
  { axis }: TradeOffMaterial,
  values: readonly ComparedValue[],
): Statement[] {
  const heavy = values.filter(
    ({ figures: { largest, testBySet } }) =>
      largest.share > LARGE_SHARE && testBySet.size >= FEWEST_NETWORKS,
  );
  const [first] = heavy;
  if (!first) return [];
  const { set, share } = first.figures.largest;
  const others = heavy.slice(1).map(({ label }) => label);
  return [
    {
      lead: `One training set makes up ${wholePercent(share)} of the variance ${atValue(axis, first.label)}:`,
      text: `set ${set}${others.length > 0 ? ` (there is one such set at ${joinWords(others)} too)` : ''}. Another seed may show far less; more sets make it surer.`,
    },
  ];
}

export function describeFailures({ axis, values }: TradeOffMaterial): Statement[] {
  return values.flatMap(({ label, diverged, networks }) =>
    diverged.length === 0
      ? []
      : [
          {
            lead: `${countOf(diverged.length, 'networks')} of ${diverged.length + networks} diverged ${atValue(axis, label)}`,
            text: `(training ${diverged.length === 1 ? 'set' : 'sets'} ${joinWords(diverged.map(String))}) and ${diverged.length === 1 ? 'is' : 'are'} left out: the figures there are too good.`,
          },
        ],
  );
}

/** From fewer sets intervals are rough: what is rare may not be among them. */
const FEW_SETS = 30;

export function describeFewSets(
  { trainings }: TradeOffMaterial,
  values: readonly ComparedValue[],
): Statement[] {
  const sets = Math.max(0, ...values.map(({ figures }) => figures.testBySet.size));
  if (sets >= FEW_SETS || trainings.done < trainings.all || values.length === 0) return [];
  return [
    {
      lead: `With only ${sets} training sets the intervals are rough:`,
      text: 'a rare wild fit may be missing.',
    },
  ];
}
