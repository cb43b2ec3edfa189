/**
 * The verdict of a run, written from its figures alone: validation first, then what qualifies it, then
 * what else the figures show. The most important statement comes first. It claims a difference only where
 * an interval over three seeds or more excludes none, and a cause only where the arms differ in one thing.
 */
import { joinWords } from '../../experiment/arm-name.ts';
import { describeChanges } from './changes-on-the-way.ts';
import { compareWithFirst, isTested } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { describeDivergence, describeStops } from './endings.ts';
import { describeEqualArms, withoutCopies } from './equal-arms.ts';
import type { Evidence } from './evidence.ts';
import { describeFewRows } from './describe-few-rows.ts';
import { compareFew } from './few-runs.ts';
import { describeFit } from './fit.ts';
import { compareMany } from './many-arms.ts';
import { describeBelowGuessing } from './below-guessing.ts';
import { describeHighestOfBoth } from './highest-of-both.ts';
import { describeLittleToPrevent } from './little-to-prevent.ts';
import { describeNotLearning } from './not-learning.ts';
import { describeAlone } from './one-arm.ts';
import { describeOverfitting } from './overfitting.ts';
import { describeSealedTest } from './sealed-test-findings.ts';
import { describeSoFar } from './so-far.ts';
import type { Statement } from '../statement.ts';
import { describeRemovedUnits } from './removed-units.ts';
import { subjectOf } from './subject.ts';
import { compareTwo } from './two-arms.ts';
import { compareGroups, compareGroupsOfFew, groupsOf } from './like-with-like.ts';
import { describeUnderfitting } from './underfitting.ts';
import { describeLossAlone } from './two-answers.ts';
import { describeWrongLabels } from './wrong-label-findings.ts';
import { describeZeros } from './zeros.ts';

export function writeVerdict(evidence: Evidence): Statement[] {
  return evidence.material.runPhase === 'over' ? concludeFrom(evidence) : reportOn(evidence);
}

function concludeFrom(evidence: Evidence): Statement[] {
  const distinct = withoutCopies(evidence);
  const comparisons = compareWithFirst(distinct);
  const tested = comparisons.filter(isTested);
  const [first, ...others] = describeComparisons(distinct, comparisons);
  const leading = {
    comparison: [],
    notLearning: describeNotLearning(evidence),
    wrongLabels: [...describeWrongLabels(evidence), ...describeBelowGuessing(evidence)],
    zeros: describeZeros(evidence, comparisons),
    removedUnits: describeRemovedUnits(evidence),
  };
  const statements = [
    ...leading[subjectOf(evidence)],
    ...(first ? [first] : []),
    // What the comparison is not worth stands beside it.
    ...describeChanges(evidence),
    ...describeFewRows(evidence),
    ...describeEqualArms(evidence),
    ...others,
    ...describeLittleToPrevent(evidence),
    ...describeSealedTest(evidence),
    ...describeLossAlone(evidence, tested),
    ...describeHighestOfBoth(distinct, others),
    ...describeDivergence(evidence),
    ...leading.notLearning,
    ...describeFit(evidence, tested),
    ...describeStops(evidence),
    ...describeOverfitting(evidence),
    ...describeUnderfitting(evidence),
    ...leading.wrongLabels,
    ...leading.zeros,
    ...leading.removedUnits,
  ];
  // What leads is not said twice.
  return [...new Set(statements)];
}

/** Where they stand and who is out; what to make of it is for the end. */
function reportOn(evidence: Evidence): Statement[] {
  return [
    ...describeSoFar(evidence),
    ...describeChanges(evidence),
    ...describeEqualArms(evidence),
    ...describeDivergence(evidence),
    ...describeStops(evidence),
  ];
}

/** Rules 1 to 3, 5 and 9: by how many arms there are, and how many seeds they share. */
function describeComparisons(evidence: Evidence, comparisons: readonly Comparison[]): Statement[] {
  const [first, ...others] = evidence.arms;
  if (!first) return [];
  if (others.length === 0) return describeAlone(evidence, first);
  const tested = comparisons.filter(isTested);
  const groups = groupsOf(evidence);
  const likeWithLike =
    groups && (tested.length === 0 ? compareGroupsOfFew : compareGroups)(evidence, groups);
  if (likeWithLike) return likeWithLike;
  const [only, ...more] = tested;
  if (!only) return compareFew(evidence, evidence.arms);
  return [
    ...(more.length === 0 ? [compareTwo(evidence, only)] : compareMany(evidence, tested)),
    ...describeTooFew(comparisons.filter((one) => !isTested(one))),
  ];
}

function describeTooFew(comparisons: readonly Comparison[]): Statement[] {
  const [first, ...others] = comparisons;
  if (!first) return [];
  const beside = `beside ${first.reference.arm.id}’s`;
  const seedsOf = ({ pairs }: Comparison) =>
    ['no seed', 'one seed only', 'two seeds only'][pairs.length] ?? '';
  const names = joinWords(comparisons.map(({ arm }) => arm.arm.id));
  const text =
    others.length === 0
      ? `it has figures ${beside} in ${seedsOf(first)}`
      : comparisons
          .map((one, index) => {
            const has = index === 0 ? ` has figures ${beside}` : '';
            return `${one.arm.arm.id}${has} in ${seedsOf(one)}`;
          })
          .join(', ');
  return [{ lead: `Too few seeds for ${names}:`, text: `${text}.` }];
}
