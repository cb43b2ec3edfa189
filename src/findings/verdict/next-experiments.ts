/** What to try after a run: settings to change that would answer what it leaves open, and the test set. */
import { formatNumber } from '../../settings/settings.ts';
import { TRAINING_SCHEMA } from '../../experiment/experiment.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { count } from '../../base/text/figure-text.ts';
import { byMean, compareWithBest, isBeaten } from './comparison.ts';
import { withoutCopies } from './equal-arms.ts';
import type { Evidence } from './evidence.ts';
import { isLearning } from './not-learning.ts';
import { LEAST_PAIRS } from './paired-difference.ts';
import { isImproving } from './still-improving.ts';
import { unsuitedRate } from './suited-rate.ts';

export interface NextExperiment {
  /** "train without wrong labels" */
  readonly text: string;
  readonly group: 'data' | 'training';
  readonly key: 'wrongLabelShare' | 'epochs' | 'replicates' | 'learningRate';
  readonly value: number;
}

const MOST_SUGGESTED = 2;
const ENOUGH_SEEDS = 5;

/** The most telling first. None after a divergence: the arm’s card has the remedy. */
export function suggestNext(evidence: Evidence): NextExperiment[] {
  const { all, arms, material } = evidence;
  if (material.runPhase !== 'over' || arms.length === 0) return [];
  if (all.some(({ diverged }) => diverged.length > 0)) return [];
  // Of networks that learn nothing there is nothing else to ask.
  if (arms.every((arm) => !isLearning(evidence, arm))) return learnAtAll(evidence);
  if (arms.length < 2) return [];
  const { experiment } = material;
  return [...trainLonger(evidence), ...withoutWrongLabels(experiment), ...repeat(evidence)].slice(
    0,
    MOST_SUGGESTED,
  );
}

/**
 * What to do once arms are compared for certain: the best of them has a fair figure where it is still sealed.
 * Null: it is not at hand, or which arm is the best is not shown.
 */
export function suggestTest(evidence: Evidence): string | null {
  const { all, material } = evidence;
  const { sealedTest, runPhase } = material;
  if (runPhase !== 'over' || !sealedTest || sealedTest.figureOf) return null;
  if (all.some(({ diverged }) => diverged.length > 0)) return null;
  const distinct = withoutCopies(evidence);
  const comparisons = compareWithBest(distinct, distinct.arms);
  const [first] = comparisons;
  if (!first || !comparisons.every((one) => isBeaten(distinct, one))) return null;
  return `When you are done choosing, open the test set for a fair figure of ${first.arm.arm.id}.`;
}

/** A rate at which the data are learnt, where that of all arms is far from it. */
function learnAtAll({ material }: Evidence): NextExperiment[] {
  const { arms } = material.experiment;
  const found = unsuitedRate(material, arms);
  if (!found || arms.some(({ overrides }) => overrides?.learningRate !== undefined)) return [];
  const { rate, suited } = found;
  const text = `train at the ${suited < rate ? 'smaller' : 'larger'} learning rate ${formatNumber(suited)}`;
  return [{ text, group: 'training', key: 'learningRate', value: suited }];
}

/** Where an arm is behind and not at its end. */
function trainLonger(evidence: Evidence): NextExperiment[] {
  const [, ...trailers] = byMean(evidence, evidence.arms);
  const epochs = Math.min(
    2 * evidence.material.experiment.training.epochs,
    TRAINING_SCHEMA.epochs.max,
  );
  if (!trailers.some((arm) => isImproving(evidence, arm))) return [];
  if (epochs <= evidence.material.experiment.training.epochs) return [];
  const text = `train for ${count(epochs)} epochs`;
  return [{ text, group: 'training', key: 'epochs', value: epochs }];
}

/** The honest second experiment: where there is nothing wrong to learn, does the difference stay? */
function withoutWrongLabels({ data }: Experiment): NextExperiment[] {
  if (data.wrongLabelShare === 0) return [];
  return [{ text: 'train without wrong labels', group: 'data', key: 'wrongLabelShare', value: 0 }];
}

/** For a first interval, and for a narrower one where the best arm cannot be told from another. */
function repeat(evidence: Evidence): NextExperiment[] {
  const { replicates } = evidence.material.experiment.training;
  if (replicates < LEAST_PAIRS) return [repeatOver(ENOUGH_SEEDS)];
  const most = TRAINING_SCHEMA.replicates.max;
  return replicates < most && isUndecided(evidence) ? [repeatOver(most)] : [];
}

function isUndecided(evidence: Evidence): boolean {
  const distinct = withoutCopies(evidence);
  return compareWithBest(distinct, distinct.arms).some(
    ({ difference }) =>
      // Equal in every seed they would be equal in more.
      difference && !difference.isClear && difference.higher + difference.lower > 0,
  );
}

function repeatOver(seeds: number): NextExperiment {
  return {
    text: `train over ${seeds} seeds`,
    ...{ group: 'training', key: 'replicates', value: seeds },
  };
}
