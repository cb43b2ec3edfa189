/** How a verdict was come by, in plain words: what was compared, at which epoch, over how many seeds. */
import { countOf } from '../../base/text/count-of.ts';
import { PERCENT_SIGN } from '../../base/text/percent-sign.ts';
import { mcnemar } from '../../base/statistics/mcnemar.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { fairnessSentence } from '../../experiment/fairness.ts';
import { count, decimals, epochText } from '../../base/text/figure-text.ts';
import { validationRowsText } from './arm-words.ts';
import { describeChanges } from './changes-on-the-way.ts';
import { compareWithFirst, isBeaten, pairCount, RISK } from './comparison.ts';
import { withoutCopies } from './equal-arms.ts';
import { discordanceOf } from './doubt.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { placeSideBySide } from './few-runs.ts';
import { describeOverfittingRule } from './overfitting.ts';
import { LEAST_PAIRS } from './paired-difference.ts';
import { tQuantile } from '../../base/statistics/student-t.ts';

export interface MethodPart {
  readonly term: string;
  readonly text: string;
}

/** Nothing where there are no figures yet. */
export function describeMethod(evidence: Evidence): MethodPart[] {
  if (evidence.arms.length === 0) return [];
  return [
    { term: 'Compared', text: describeCompared(evidence) },
    { term: 'Changed', text: describeChanged(evidence) },
    { term: 'Epoch', text: describeEpoch(evidence) },
    { term: 'Seeds', text: describeSeeds(evidence) },
    { term: 'Uncertainty', text: describeUncertainty(evidence) },
    { term: 'Overfitting', text: describeOverfittingOf(evidence) },
    { term: 'Test set', text: describeTest(evidence) },
  ].filter(({ text }) => text !== '');
}

function describeCompared(evidence: Evidence): string {
  const { arms, all, metric, material } = evidence;
  const figure = metric.better === 'highest' ? 'Validation accuracy' : 'Validation loss';
  const names = joinWords(arms.map(({ arm }) => arm.id));
  const { replicates } = material.experiment.training;
  const where = validationRowsText(evidence, { armCount: all.length, seedCount: replicates });
  if (all.length < 2) return `${figure} of ${names} ${where}, which it was not trained on.`;
  const fairness = fairnessSentence(material.experiment);
  return `${figure} of ${names} ${where}, which none of them was trained on. ${fairness}. Settings were not tuned for either side: with others the order may differ.`;
}

/** What was not as it was set up. */
function describeChanged(evidence: Evidence): string {
  return describeChanges(evidence)
    .map(({ lead, text }) => `${lead} ${text}`)
    .join(' ');
}

function describeEpoch({ arms, material }: Evidence): string {
  const restored = arms.filter(({ lanes }) => lanes.some(isRestored));
  const epochs = arms.flatMap(({ lanes }) => lanes.filter((lane) => !isRestored(lane)));
  const last = Math.max(...epochs.map(({ row }) => row.epoch));
  const isTrained = epochs.length > 0;
  if (isTrained && material.runPhase === 'lookingBack')
    return `The one looked back at, ${epochText(last)} of ${material.experiment.training.epochs}. The verdict is for the last epoch.`;
  if (isTrained && material.runPhase === 'underWay')
    return `The last that all arms have trained, ${epochText(last)} of ${material.experiment.training.epochs}. Nothing is concluded before the end.`;
  const restoredArms = restored.map(({ arm, lanes }) => {
    const own = lanes.filter(isRestored).map(({ row }) => String(row.epoch));
    return `${arm.id}: ${joinWords([...new Set(own)])}`;
  });
  const parts = [
    ...(isTrained ? [`The last one trained, ${epochText(last)}, not the best one seen.`] : []),
    ...(restoredArms.length > 0
      ? [`The one that early stopping put back (${restoredArms.join('; ')}).`]
      : []),
  ];
  return parts.join(' ');
}

function isRestored({ history }: ArmEvidence['lanes'][number]): boolean {
  return history.restoredEpoch !== null;
}

function describeSeeds({ all, material }: Evidence): string {
  const { replicates, replicateScope } = material.experiment.training;
  const left = all.reduce((sum, { diverged }) => sum + diverged.length, 0);
  const out = left === 0 ? '' : ` Left out, as diverged: ${left} of ${laneCount(all)} trainings.`;
  if (replicates === 1) return `One. What another would give is not known.${out}`;
  const redrawn =
    replicateScope === 'everything'
      ? 'each with its own draw of the data, first weights and all else that is random'
      : 'all on the same data, each with its own first weights and all else that is random';
  return `${replicates}, ${redrawn}. Arms are compared seed by seed.${out}`;
}

function laneCount(all: readonly ArmEvidence[]): number {
  return all.reduce((sum, { replicates }) => sum + replicates, 0);
}

function describeUncertainty(evidence: Evidence): string {
  const distinct = withoutCopies(evidence);
  if (distinct.arms.length < 2 || evidence.material.runPhase !== 'over') return '';
  const comparisons = compareWithFirst(distinct);
  const counts = comparisons.map(({ pairs }) => pairs.length);
  const tested = counts.filter((pairs) => pairs >= LEAST_PAIRS);
  if (tested.length === 0) return describeFewRuns(distinct);
  const winners = comparisons.filter((one) => isBeaten(distinct, one));
  const among = winners.length > 1 ? ` ${describeAmongWinners(distinct)}` : '';
  return describeInterval(distinct, tested) + among;
}

function describeAmongWinners(evidence: Evidence): string {
  const pairs = pairCount(evidence);
  const level = decimals(1)((1 - RISK / pairs) * 100);
  return `The best of those that beat ${evidence.arms[0]?.arm.id ?? ''} is compared with the others by intervals of ${level} %: which one it is was seen only afterwards, so they are made to hold for all ${pairs} pairs of arms together.`;
}

/** The t interval of the mean difference, and what several comparisons cost. */
function describeInterval({ arms }: Evidence, counts: readonly number[]): string {
  const risk = RISK / counts.length;
  const level = decimals(counts.length === 1 ? 0 : 1)((1 - risk) * 100);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const first = arms[0]?.arm.id ?? '';
  const other = arms.length === 2 ? (arms[1]?.arm.id ?? '') : 'each other arm';
  const width =
    least === most
      ? `± ${decimals(3)(tQuantile(1 - risk / 2, least - 1))} · standard deviation / √${least}`
      : `± t · standard deviation / √k over the k seeds that both have`;
  const shared =
    counts.length === 1
      ? ''
      : ` With ${counts.length} comparisons each interval is one of ${level} %, so that all hold together with 95 % (Bonferroni).`;
  return `Interval for the mean of ${other} minus ${first}, by Student’s t: ${width}.${shared} A difference is shown where the interval does not hold 0.`;
}

/** One or two seeds: what the validation rows alone can tell of one. */
function describeFewRuns(evidence: Evidence): string {
  const { metric, material, arms } = evidence;
  const none = `No interval: that takes ${LEAST_PAIRS} seeds.`;
  const sideBySide = placeSideBySide(evidence, arms);
  if (metric.better === 'lowest' || sideBySide.seeds !== 1) return none;
  const [best, ...others] = sideBySide.arms;
  const known = others.flatMap((other) => (best && describePair(evidence, best, other)) ?? []);
  if (known.length === others.length) return [none, ...known, chanceRule(evidence)].join(' ');
  const rows = countOf(material.validationRows, material.noun);
  return `${none} ${chanceRule(evidence)} On how many of the ${rows} only one of the two is right is not known here, only between which numbers it lies.`;
}

/** What is large enough to tell, and why less than 5 % where the best is one of several. */
function chanceRule(evidence: Evidence): string {
  const pairs = pairCount(evidence);
  const level = percentText(RISK / pairs);
  const shared =
    pairs === 1
      ? ''
      : `, 5${PERCENT_SIGN} shared by the ${pairs} pairs of arms that the best was chosen from`;
  return `A difference counts where chance alone makes it so large in ${level} of cases at most (McNemar’s exact test, two-sided${shared}).`;
}

/** 0.0962 → "9.6 %" */
function percentText(chance: number): string {
  return chance < 0.001
    ? `less than 0.1${PERCENT_SIGN}`
    : `${Number((100 * chance).toPrecision(2))}${PERCENT_SIGN}`;
}

/** With this run’s figures. Null: it is not known on how many rows only one of the two is right. */
function describePair(evidence: Evidence, best: ArmEvidence, other: ArmEvidence): string | null {
  const { metric, material } = evidence;
  const onlyOne = discordanceOf(material, best, other);
  if (onlyOne === null) return null;
  const [one, two] = [best.arm.id, other.arm.id];
  const rows = countOf(material.validationRows, material.noun);
  if (onlyOne === 0) return `${one} and ${two} are right on the same of the ${rows}.`;
  const gain = meanFigure(best, metric.figure) - meanFigure(other, metric.figure);
  const difference = Math.round(gain * material.validationRows);
  const own = (onlyOne + difference) / 2;
  const chance = percentText(mcnemar(own, onlyOne - own));
  return `Only one of ${one} and ${two} is right on ${count(onlyOne)} of the ${rows}: ${one} on ${count(own)}, ${two} on ${count(onlyOne - own)}; chance alone divides them so unevenly in ${chance} of cases.`;
}

/** Nothing before the end, where it is not said of any arm. */
function describeOverfittingOf(evidence: Evidence): string {
  return evidence.material.runPhase === 'over' ? describeOverfittingRule(evidence) : '';
}

function describeTest({ material: { sealedTest, noun } }: Evidence): string {
  if (!sealedTest) return '';
  const rows = countOf(sealedTest.rows, noun);
  return sealedTest.figureOf
    ? `Opened: ${rows} that took no part in training.`
    : `${rows} ${sealedTest.rows === 1 ? 'stays' : 'stay'} sealed; nothing here follows from them.`;
}
