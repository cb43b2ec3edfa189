/** How a verdict was come by, in plain words: what was compared, at which epoch, over how many seeds. */
import { joinWords } from '../../store/arm-name.ts';
import { fairnessSentence } from '../../store/fairness.ts';
import { count, decimals, epochText } from '../../ui/figure-text.ts';
import { describeChanges } from './changes-on-the-way.ts';
import { compareWithFirst, RISK } from './comparison.ts';
import { withoutCopies } from './equal-arms.ts';
import { discordanceOf } from './doubt.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { LEAST_PAIRS } from './paired-difference.ts';
import { tQuantile } from './student-t.ts';

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
    { term: 'Test set', text: describeTest(evidence) },
  ].filter(({ text }) => text !== '');
}

function describeCompared({ arms, all, metric, material }: Evidence): string {
  const figure = metric.better === 'highest' ? 'Validation accuracy' : 'Validation loss';
  const names = joinWords(arms.map(({ arm }) => arm.id));
  const rows = `${count(material.validationRows)} ${material.noun}`;
  if (all.length < 2) return `${figure} of ${names} on ${rows} that it was not trained on.`;
  const fairness = fairnessSentence(material.experiment);
  return `${figure} of ${names} on the same ${rows}, which none of them was trained on. ${fairness}. Settings were not tuned for either side: with others the order may differ.`;
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
  if (isTrained && material.standing === 'lookingBack')
    return `The one looked back at, ${epochText(last)} of ${material.experiment.training.epochs}. The verdict is on the end of the run.`;
  if (isTrained && material.standing === 'underWay')
    return `The last that all arms have trained, ${epochText(last)} of ${material.experiment.training.epochs}. Nothing is concluded before the end.`;
  const putBack = restored.map(({ arm, lanes }) => {
    const own = lanes.filter(isRestored).map(({ row }) => String(row.epoch));
    return `${arm.id}: ${joinWords([...new Set(own)])}`;
  });
  const parts = [
    ...(isTrained ? [`The last one trained, ${epochText(last)}, not the best one seen.`] : []),
    ...(putBack.length > 0
      ? [`The one that early stopping put back (${putBack.join('; ')}).`]
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
      ? 'each with rows, wrong labels, first weights, order and masks of its own'
      : 'all on the same data, each with first weights, order and masks of its own';
  return `${replicates}, ${redrawn}. Arms are compared seed by seed.${out}`;
}

function laneCount(all: readonly ArmEvidence[]): number {
  return all.reduce((sum, { replicates }) => sum + replicates, 0);
}

function describeUncertainty(evidence: Evidence): string {
  const distinct = withoutCopies(evidence);
  if (distinct.arms.length < 2 || evidence.material.standing !== 'over') return '';
  const counts = compareWithFirst(distinct).map(({ pairs }) => pairs.length);
  const tested = counts.filter((pairs) => pairs >= LEAST_PAIRS);
  return tested.length > 0 ? describeInterval(distinct, tested) : describeOneRun(distinct);
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

/** One or two seeds: what the validation rows alone can tell. */
function describeOneRun({ metric, material, arms }: Evidence): string {
  const none = `No interval: that takes ${LEAST_PAIRS} seeds.`;
  if (metric.better === 'lowest') return none;
  const rows = `${count(material.validationRows)} ${material.noun}`;
  const rule = `Two arms are too close to tell where they differ by fewer than 2 · √n of the ${rows}, n being those that only one of the two gets right`;
  const [one, other] = arms;
  const isPair = one && other && arms.length === 2;
  const known = isPair ? discordanceOf(material, one, other) : null;
  if (known !== null) return `${none} ${rule} (here ${count(known)}).`;
  const bounds = isPair
    ? ' How many those are is not known here, only between which numbers they lie.'
    : '';
  return `${none} ${rule}.${bounds}`;
}

function describeTest({ material: { sealedTest, noun } }: Evidence): string {
  if (!sealedTest) return '';
  const rows = `${count(sealedTest.rows)} ${noun}`;
  return sealedTest.figureOf
    ? `Opened: ${rows} that took no part in training.`
    : `${rows} stay sealed; nothing here follows from them.`;
}
