/**
 * What bias and variance show, in sentences, most important first. Their rules are numbered in
 * docs/bias-variance.md, with given figures and the sentence that comes out (rules.test.ts).
 */
import { percent } from '../../base/text/figure-text.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import type { Statement } from '../statement.ts';
import { bestOf, comparedValues, endsOf, isClearlyWorse } from './compared-values.ts';
import type { ComparedValue } from './compared-values.ts';
import { describeData } from './describe-data.ts';
import { describeEnds } from './describe-ends.ts';
import { describePrice } from './describe-price.ts';
import { describeFailures, describeFewSets, describeHeavySets } from './describe-sets.ts';
import type { TradeOffMaterial } from './trade-off-material.ts';
import { atValue, partText } from './trade-off-words.ts';

export function describeTradeOff(material: TradeOffMaterial): Statement[] {
  const values = comparedValues(material);
  const best = bestOf(values);
  if (!best) return describeProgress(material, values);
  const findings =
    material.axis.kind === 'data'
      ? describeData(material, values)
      : [
          ...describeBest(material, values, best),
          ...describePrice(material, values, best),
          ...describeEnds(material, values, best),
        ];
  return [
    ...describeProgress(material, values),
    ...findings,
    ...describeDisagreement(material, values),
    ...describeHeavySets(material, values),
    ...describeFewSets(material, values),
    ...describeFailures(material),
  ];
}

/** Rule 1. */
function describeProgress(
  { trainings, values: all }: TradeOffMaterial,
  values: readonly ComparedValue[],
): Statement[] {
  if (trainings.done >= trainings.all)
    return values.length > 0
      ? []
      : [{ lead: 'Nothing to take apart:', text: 'no value has two networks that answer.' }];
  const done = `${trainings.done} of ${trainings.all} networks are trained`;
  if (values.length === 0)
    return trainings.done === 0
      ? []
      : [{ lead: 'Too early to say:', text: `${done}, and no value has all its networks yet.` }];
  return [
    {
      lead: 'Not finished:',
      text: `${done}; what follows is of ${values.length} of ${all.length} values.`,
    },
  ];
}

/** Rule 2: the lowest test error, what it is made of, and what cannot be told from it. */
function describeBest(
  { axis, noise }: TradeOffMaterial,
  values: readonly ComparedValue[],
  best: ComparedValue,
): Statement[] {
  if (values.length < 2) return [];
  const { bias2, variance, test } = best.figures;
  const parts = `bias² ${partText(bias2)}, variance ${partText(variance)}`;
  const noiseText = noise === null ? '' : `, noise ${partText(noise)}`;
  const ties = values.filter((one) => one !== best && !isClearlyWorse(one, best));
  const tieText =
    ties.length === 0
      ? ''
      : ` Not clearly worse, set by set: ${joinWords(ties.map(({ label }) => label))}.`;
  return [
    {
      lead: `Test error is lowest ${atValue(axis, best.label)}: ${partText(test)}`,
      text: `(${parts}${noiseText}).${tieText}`,
    },
  ];
}

/** Rule 8: of classes, what variance means for whoever uses one of the networks. */
function describeDisagreement(
  { noun, axis }: TradeOffMaterial,
  values: readonly ComparedValue[],
): Statement[] {
  const shares = values.flatMap(({ label, figures: { disagreement } }) =>
    disagreement === null ? [] : [{ share: percent(disagreement), at: atValue(axis, label) }],
  );
  const best = bestOf(values);
  const shown =
    endsOf(axis, values) && shares.length > 3
      ? threeOf(
          shares,
          values.findIndex((one) => one === best),
        )
      : shares;
  const [first, ...others] = shown;
  if (!first) return [];
  const rest = others.map(({ share, at }) => `${share} ${at}`);
  return [
    {
      lead: `Two networks disagree on ${first.share} of the ${noun} ${first.at}`,
      text: `${rest.length === 0 ? '.' : `and on ${joinWords(rest)}.`}${agreesWrongly(values) ? ' To agree is not to be right.' : ''}`,
    },
  ];
}

/** The first, the best one and the last, each once. */
function threeOf<One>(all: readonly One[], best: number): One[] {
  const places = new Set([0, best, all.length - 1]);
  return all.filter((_, place) => places.has(place));
}

/** The networks that agree most are not those with the lowest test error. */
function agreesWrongly(values: readonly ComparedValue[]): boolean {
  const best = bestOf(values);
  const agreeing = values.reduce<ComparedValue | null>(
    (least, one) =>
      least && (least.figures.disagreement ?? 1) <= (one.figures.disagreement ?? 1) ? least : one,
    null,
  );
  return agreeing !== null && best !== null && isClearlyWorse(agreeing, best);
}
