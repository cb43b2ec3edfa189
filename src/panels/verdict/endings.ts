/** Rules 10 and 11: arms that diverged, and what early stopping did. */
import { formatNumber } from '../../engine/settings.ts';
import type { LaneHistory } from '../../client/run-history.ts';
import type { Arm } from '../../protocol/experiment.ts';
import { joinWords } from '../../store/arm-name.ts';
import { LEARNING_RATE } from '../../store/live-changes.ts';
import { percent } from '../../ui/figure-text.ts';
import { inSeeds, soleDifference } from './arm-words.ts';
import { mean } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { shortLoss } from './metric.ts';
import type { Statement } from './statement.ts';
import type { VerdictMaterial } from './verdict-material.ts';

/** Rule 10. */
export function describeDivergence(evidence: Evidence): Statement[] {
  return evidence.all
    .filter(({ diverged }) => diverged.length > 0)
    .map((arm) => describeDiverged(evidence, arm));
}

function describeDiverged(evidence: Evidence, arm: ArmEvidence): Statement {
  const { diverged, replicates } = arm;
  const { id } = arm.arm;
  const epochs = diverged.map(({ end }) => end?.epoch ?? 0);
  const rates = new Set(diverged.map((lane) => rateOf(arm.arm, lane, evidence.material)));
  const sole = soleDifference(evidence, arm);
  const isRate = sole?.setting === LEARNING_RATE;
  const own = sole && !isRate ? `, ${sole.own}` : '';
  const when =
    replicates === 1 ? ` in ${epochsText(epochs)}` : inSeeds(diverged.length, replicates);
  const seen = replicates === 1 ? '' : `${epochsText(epochs)}; `;
  const left =
    diverged.length === replicates
      ? 'Its figures are left out'
      : `These seeds are left out, which may flatter ${id}`;
  const subject = sole && !isRate ? sole.setting : 'it';
  return {
    lead: `${id} diverged${when}`,
    text: `(${seen}learning rate ${joinWords([...rates])}${own}). ${left}; nothing follows about ${subject} at other rates.`,
  };
}

/** What the arm had when it diverged; the rate of the others may have been changed since. */
function rateOf(arm: Arm, { end }: LaneHistory, material: VerdictMaterial): string {
  const { experiment, liveChanges } = material;
  const own = arm.overrides?.learningRate;
  const later = liveChanges.find(
    ({ setting, armId, epoch }) =>
      setting === LEARNING_RATE &&
      (armId === arm.id || (armId === null && own === undefined)) &&
      epoch >= (end?.epoch ?? 0),
  );
  return later?.from ?? formatNumber(own ?? experiment.training.learningRate);
}

/** Rule 11. */
export function describeStops(evidence: Evidence): Statement[] {
  return evidence.arms.flatMap((arm) => describeStop(evidence, arm) ?? []);
}

function describeStop(evidence: Evidence, { arm, lanes, replicates }: ArmEvidence) {
  const histories = lanes.map(({ history }) => history);
  const stops = histories.flatMap(({ end }) => (end ? [end.epoch] : []));
  const restored = lanes.filter(({ history }) => history.restoredEpoch !== null);
  const epochs = restored.map(({ history }) => history.restoredEpoch ?? 0);
  const patience = arm.regularizers.earlyStopping?.patience;
  const waited = patience === undefined ? '' : ` (patience ${patience})`;
  const inSome = (count: number) =>
    count === lanes.length ? '' : inSeeds(count, replicates).trimEnd();
  const did = [
    ...(stops.length === 0
      ? []
      : [`stopped${inSome(stops.length)} at ${epochsText(stops)}${waited}`]),
    ...(epochs.length === 0 ? [] : [`put back${inSome(epochs.length)} ${epochsText(epochs)}`]),
  ];
  if (did.length === 0) return null;
  const lead = `${arm.id} ${joinWords(did)}`;
  if (epochs.length === 0) return { lead: `${lead}.`, text: '' };
  const loss = shortLoss(mean(restored.map(({ row }) => row.validationLoss)));
  const average = restored.length === 1 ? '' : ' on average';
  return {
    lead: `${lead},`,
    text: `validation loss ${loss}${average}. ${flattery(evidence, arm, epochs)}`,
  };
}

/** The epoch was chosen by the rows that it is then judged on (Cawley & Talbot 2010). */
function flattery({ material }: Evidence, { id }: Arm, epochs: readonly number[]): string {
  const { noun, sealedTest, dataset } = material;
  const these = epochs.length === 1 ? 'That epoch was' : 'Those epochs were';
  const chosen = `${these} chosen on these ${noun}, so the figure flatters`;
  if (!sealedTest) return `${chosen}.`;
  if (!sealedTest.figureOf) return `${chosen}; open the test set to see.`;
  const figure = sealedTest.figureOf(id);
  if (figure === null) return `${chosen}.`;
  const text = dataset.task === 'regression' ? `a loss of ${shortLoss(figure)}` : percent(figure);
  return `${chosen}; the sealed test says ${text}.`;
}

/** "epoch 19", "epochs 2 and 4", "epochs 15 to 22" */
function epochsText(epochs: readonly number[]): string {
  const distinct = [...new Set(epochs)].sort((a, b) => a - b);
  if (distinct.length === 1) return `epoch ${distinct[0] ?? 0}`;
  if (distinct.length === 2) return `epochs ${joinWords(distinct.map(String))}`;
  return `epochs ${distinct[0] ?? 0} to ${distinct.at(-1) ?? 0}`;
}
