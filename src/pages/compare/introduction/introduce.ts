/**
 * What one is looking at, in a few plain sentences written from the experiment alone: who learns what from how
 * many examples, how many labels are wrong, and how the arms differ.
 */
import { withCommas } from '../../../base/text/with-commas.ts';
import type { Dataset } from '../../../datasets/dataset.ts';
import { formatNumber } from '../../../settings/settings.ts';
import { DATA_SCHEMA, settingsOfArm } from '../../../experiment/experiment.ts';
import type { Arm, ArmId, Experiment } from '../../../experiment/experiment.ts';
import { removedFromTraining } from '../../../experiment/removed-from-training.ts';
import { describeDifferences } from './describe-differences.ts';
import { lettersInSentence, numberWord } from './sentence-words.ts';

/** `dataset` is the one that the experiment names. */
export function introduce(experiment: Experiment, dataset: Dataset): string {
  return [
    `${whoLearnsWhat(experiment, dataset)}${wrongLabels(experiment, dataset)}.`,
    ...describeDifferences(experiment),
    ...describeRepeats(experiment),
  ].join(' ');
}

/** "Two networks learn the same 400 digits", "Four networks learn different numbers of digits: A and B 50, …" */
function whoLearnsWhat(experiment: Experiment, { introduction, noise }: Dataset): string {
  const { aim, rows } = introduction;
  const isNoisy = noise !== null && experiment.data.noise > 0;
  const noun = `${isNoisy ? 'noisy ' : ''}${rows}`;
  const who = networksInWords(experiment);
  const [first, ...others] = armsByRows(experiment);
  if (!first) return who;
  if (others.length > 0) {
    const sizes = [first, ...others].map(
      ({ rows: count, letters }) => `${lettersInSentence(letters)} ${withCommas(count)}`,
    );
    return `${who} ${aim} different numbers of ${noun}: ${sizes.join(', ')}`;
  }
  if (experiment.arms.length === 1)
    return `${who} ${inThirdPerson(aim)} ${rowsInWords(first.rows, noun)}`;
  return `${who} ${aim} the same ${rowsInWords(first.rows, noun)}`;
}

/** "Two networks", "One linear model", "Three networks with five hidden layers" */
function networksInWords(experiment: Experiment): string {
  const { arms } = experiment;
  const depths = arms.map((arm) => settingsOfArm(experiment, arm).network.hiddenLayers.length);
  const [depth = 0] = depths;
  const areAlike = depths.every((one) => one === depth);
  const kind = areAlike && depth === 0 ? 'linear model' : 'network';
  const many = numberWord(arms.length, { capital: true });
  const who = `${many} ${kind}${arms.length === 1 ? '' : 's'}`;
  return areAlike && depth > 2 ? `${who} with ${numberWord(depth)} hidden layers` : who;
}

interface RowsOfArms {
  readonly rows: number;
  readonly letters: readonly ArmId[];
}

/** Arms with as many training examples, together. */
function armsByRows(experiment: Experiment): readonly RowsOfArms[] {
  const counts = new Map<number, ArmId[]>();
  for (const arm of experiment.arms) {
    const rows = trainingRows(experiment, arm);
    counts.set(rows, [...(counts.get(rows) ?? []), arm.id]);
  }
  return [...counts].map(([rows, letters]) => ({ rows, letters }));
}

/** The arm's training rows, with the user's own points and without those removed. */
function trainingRows(experiment: Experiment, arm: Arm): number {
  const { trainingExamples, ownPoints = [] } = settingsOfArm(experiment, arm).data;
  const removed = removedFromTraining(experiment).filter((row) => row < trainingExamples);
  return trainingExamples + ownPoints.length - removed.length;
}

function rowsInWords(rows: number, plural: string): string {
  return `${withCommas(rows)} ${rows === 1 ? plural.replace(/s\b/, '') : plural}`;
}

function inThirdPerson(verbFirst: string): string {
  return verbFirst.replace(/^[a-z]+/, (verb) => `${verb}s`);
}

function wrongLabels({ data }: Experiment, { task }: Dataset): string {
  const share = data.wrongLabelShare;
  if (task === 'regression' || Math.round(share * data.trainingExamples) === 0) return '';
  if (share === 1) return '; every label is wrong';
  return `; ${formatNumber(share, DATA_SCHEMA.wrongLabelShare.unit)} of their labels are wrong`;
}

function describeRepeats({ arms, training, foldCount = 1 }: Experiment): string[] {
  const { replicates, replicateScope } = training;
  const who = arms.length === 1 ? 'It' : 'Each';
  const redrawn =
    replicateScope === 'everything'
      ? 'and everything random is drawn anew each time'
      : 'on the same data, with other first weights and another order each time';
  return [
    ...(replicates > 1 ? [`${who} is trained ${numberWord(replicates)} times, ${redrawn}.`] : []),
    ...(foldCount > 1
      ? [`${who} is validated on ${numberWord(foldCount)} parts of the data.`]
      : []),
  ];
}
