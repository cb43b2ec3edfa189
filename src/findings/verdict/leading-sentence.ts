/** Five and six arms: the one sentence before the table, in names. */
import { capitalized } from '../../base/text/capitalized.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { count } from '../../base/text/figure-text.ts';
import { orderAmong } from './among-winners.ts';
import { nameInWords } from './arm-names.ts';
import { validationRowsText } from './arm-words.ts';
import { changesReserved } from './changes-on-the-way.ts';
import { byMean, compareWithBest } from './comparison.ts';
import type { TestedComparison } from './comparison.ts';
import { doubtBetween, doubtSentence } from './doubt.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { withName } from '../metric.ts';
import type { SortedComparisons } from './sorted-comparisons.ts';
import type { Statement } from '../statement.ts';

/** One run an arm: which ends best, and whether it can be told from the others. */
export function leadOneRun(evidence: Evidence): Statement[] {
  const { metric, material } = evidence;
  const [best, ...others] = byMean(evidence, evidence.arms);
  if (!best) return [];
  const name = (arm: ArmEvidence) => nameInWords(evidence, arm);
  const figure = (arm: ArmEvidence) => metric.value(meanFigure(arm, metric.figure)) + metric.unit;
  const [reference] = evidence.arms;
  const where = validationRowsText(evidence, { armCount: evidence.arms.length, seedCount: 1 });
  const beside =
    !reference || reference === best ? '' : `, ${name(reference)} at ${figure(reference)}`;
  const doubts = others.map((arm) => ({
    id: name(arm),
    doubt: doubtBetween(evidence, best, arm),
  }));
  const rows = `${count(material.validationRows)} ${material.noun}`;
  const doubt = doubtSentence('it', doubts, rows);
  return [
    {
      lead: `One run: ${name(best)} ends ${metric.better}, at ${withName(metric, figure(best))}${beside}`,
      text: `${where}${changesReserved(evidence, evidence.arms)}. ${doubt ?? 'Another seed may differ; repeat over 5 seeds to judge.'}`,
    },
  ];
}

/** Three seeds and more: who is better than the first, who is worse, and of whom nothing is shown. */
export function leadManyArms(
  evidence: Evidence,
  sorted: SortedComparisons,
  [{ reference }]: readonly [TestedComparison, ...TestedComparison[]],
  terms: string,
): Statement {
  const { better, worse, unfinished, unshown } = sorted;
  const names = (some: readonly TestedComparison[]) =>
    joinWords(some.map(({ arm }) => nameInWords(evidence, arm)));
  const are = (some: readonly TestedComparison[]) => (some.length === 1 ? 'is' : 'are');
  const first = nameInWords(evidence, reference);
  const { name } = evidence.metric;
  const winners = compareWithBest(
    evidence,
    better.map(({ arm }) => arm),
  );
  const parts = [
    ...(better.length > 0
      ? [
          `${names(better)} ${are(better)} better than ${first} on ${name}${orderAmong(evidence, winners)}`,
        ]
      : []),
    ...(worse.length > 0
      ? [
          `${names(worse)} ${are(worse)} worse${better.length > 0 ? '' : ` than ${first} on ${name}`}`,
        ]
      : []),
    ...(unshown.length > 0 ? [`no difference from ${first} is shown for ${names(unshown)}`] : []),
    ...(unfinished.length > 0 ? [`of ${names(unfinished)} there is no ranking yet`] : []),
  ];
  return { lead: `${capitalized(parts.join('; '))}.`, text: terms };
}
