/**
 * Arms that cross two things, as "with and without L2" at 40 and at 240 patients: each group of arms with
 * like settings is compared within itself.
 */
import { capitalized } from '../../base/text/capitalized.ts';
import { mean } from '../../base/statistics/summary.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { settingsOfArm } from '../../experiment/experiment.ts';
import { count } from '../../base/text/figure-text.ts';
import { settingsBetween } from './arm-difference.ts';
import { regularizersInWords } from './arm-names.ts';
import { allOf, circumstances, seedsText, validationRowsText } from './arm-words.ts';
import { changesReserved } from './changes-on-the-way.ts';
import { byMean, compareWithFirst, isTested, rank } from './comparison.ts';
import type { TestedComparison } from './comparison.ts';
import { doubtBetween } from './doubt.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { writePair } from '../metric.ts';
import type { Statement } from '../statement.ts';
import { isImproving, stillImproving } from './still-improving.ts';
import { withNamedRange } from './two-answers.ts';

export interface Group {
  /** "with 40 patients" */
  readonly circumstance: string;
  readonly arms: readonly ArmEvidence[];
}

/** Of equal settings, each of two arms at least; null: the arms do not fall into several such groups. */
export function groupsOf(evidence: Evidence): readonly Group[] | null {
  const { experiment } = evidence.material;
  const groups = evidence.arms.reduce<ArmEvidence[][]>((found, arm) => {
    const own = found.find(([first]) => {
      return first && settingsBetween(experiment, arm.arm, first.arm).length === 0;
    });
    if (!own) return [...found, [arm]];
    own.push(arm);
    return found;
  }, []);
  if (groups.length < 2 || groups.some((arms) => arms.length < 2)) return null;
  return groups.map((arms) => ({ circumstance: circumstanceOf(evidence, arms, groups), arms }));
}

/** How many examples there are to learn from says more than what goes with it. */
function circumstanceOf(
  { material }: Evidence,
  [own]: readonly ArmEvidence[],
  groups: readonly (readonly ArmEvidence[])[],
): string {
  const { experiment, noun } = material;
  if (!own) return '';
  const rowsOf = ({ arm }: ArmEvidence) => settingsOfArm(experiment, arm).data.trainingExamples;
  const firsts = groups.flatMap(([first]) => first ?? []);
  if (new Set(firsts.map(rowsOf)).size === groups.length)
    return `with ${count(rowsOf(own))} ${noun}`;
  const differences = firsts.flatMap((first) => settingsBetween(experiment, own.arm, first.arm));
  return `with ${joinWords([...new Set(differences.map((one) => one.own))])}`;
}

/** One or two seeds: figures side by side. */
export function compareGroupsOfFew(evidence: Evidence, groups: readonly Group[]): Statement[] {
  const { metric, material } = evidence;
  const seeds = Math.min(...evidence.arms.map(({ lanes }) => lanes.length));
  const items = groups.map(({ circumstance, arms }) => {
    const figures = byMean(evidence, arms).map(
      (arm) => `${regularizersInWords(arm)} ${metric.value(meanFigure(arm, metric.figure))}`,
    );
    return `${circumstance}: ${figures.join(', ')}${metric.unit}`;
  });
  const doubts = groups.flatMap(({ circumstance, arms }) => {
    const [best, ...others] = byMean(evidence, arms);
    const isDoubtful = others.every((arm) => best && doubtBetween(evidence, best, arm) !== null);
    return isDoubtful ? [circumstance] : [];
  });
  const where = validationRowsText(evidence, { armCount: evidence.arms.length, seedCount: seeds });
  const rows = `${count(material.validationRows)} ${material.noun}`;
  const doubt =
    doubts.length === 0
      ? ''
      : ` The difference ${joinWords(doubts)} is too small to tell on ${rows}.`;
  const advice =
    doubts.length === groups.length
      ? ''
      : ' Another seed may differ; repeat over 5 seeds to judge.';
  const changed = changesReserved(evidence, evidence.arms);
  const [first = '', ...rest] = items;
  return [
    {
      lead: `${seeds === 1 ? 'One run' : 'Two runs'}, ${metric.name} ${first};`,
      text: `${rest.join('; ')}, ${where}${changed}.${doubt}${seeds === 1 ? advice : ' Two are too few to judge; repeat over 5 seeds.'}${stillImproving(evidence, evidence.arms)}`,
    },
  ];
}

/** Three seeds and more, with intervals that hold together; null: a group cannot be tested whole. */
export function compareGroups(evidence: Evidence, groups: readonly Group[]): Statement[] | null {
  const size = groups.reduce((sum, { arms }) => sum + arms.length - 1, 0);
  const compared = groups.map((group) => ({
    ...group,
    comparisons: compareWithFirst({ ...evidence, arms: group.arms }, size).filter(isTested),
  }));
  if (compared.some(({ arms, comparisons }) => comparisons.length < arms.length - 1)) return null;
  const items = compared.map(({ circumstance, comparisons }) => {
    const found = comparisons.map((one) => describeWithin(evidence, one));
    return `${circumstance} ${found.join(', and ')}`;
  });
  const counts = compared.flatMap(({ comparisons }) =>
    comparisons.map(({ difference }) => difference.count),
  );
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const seeds = least === most ? seedsText(least, evidence.arms) : `${least} to ${most} seeds`;
  const [first = '', ...rest] = items;
  return [
    {
      lead: `${capitalized(first)};`,
      text: `${rest.join('; ')}. The 95 % intervals hold for ${allOf(size)} comparisons together; ${seeds}${circumstances(evidence, evidence.arms)}.${stillImproving(evidence, evidence.arms)}`,
    },
  ];
}

/** "D is better than C: 89.0 against 76.0 % (+13.0 points, 11.0 to 15.4)" */
function describeWithin(evidence: Evidence, comparison: TestedComparison): string {
  const { metric } = evidence;
  const { arm, reference, difference, pairs } = comparison;
  const range = withNamedRange(metric, difference);
  if (!difference.isClear)
    return `no difference is shown (${arm.arm.id} minus ${reference.arm.id} ${range})`;
  const { leader, trailer } = rank(evidence, comparison);
  const figures = (lane: 'own' | 'other') =>
    mean(pairs.map((pair) => pair[lane].row[metric.figure]));
  const [own, other] = [figures('own'), figures('other')];
  const { first, second } = writePair(metric, leader === arm ? [own, other] : [other, own], 1);
  const verb = isImproving(evidence, trailer) ? 'is ahead of' : 'is better than';
  const minus = `${arm.arm.id} minus ${reference.arm.id} ${range}`;
  return `${regularizersInWords(leader)} ${verb} ${regularizersInWords(trailer)}, ${metric.name} ${first} against ${second}${metric.unit} (${minus})`;
}
