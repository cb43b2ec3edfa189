/** Rules 10 and 11: arms that diverged, and what early stopping did. */
import { mean } from '../../base/statistics/summary.ts';
import { formatNumber } from '../../settings/settings.ts';
import type { LaneHistory } from '../../client/run-history.ts';
import type { Arm, ArmId } from '../../experiment/experiment.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { LEARNING_RATE } from '../../experiment/live-changes.ts';
import { percent } from '../../base/text/figure-text.ts';
import { inSeeds, soleDifference } from './arm-words.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { shortLoss } from '../metric.ts';
import type { Statement } from '../statement.ts';
import type { VerdictMaterial } from './verdict-material.ts';

/** Rule 10: one statement, whatever the number of arms. */
export function describeDivergence(evidence: Evidence): Statement[] {
  const found = evidence.all.filter(({ diverged }) => diverged.length > 0);
  const [first, ...others] = found;
  if (!first) return [];
  return [
    others.length === 0 ? describeDiverged(evidence, first) : describeSeveral(evidence, found),
  ];
}

function describeDiverged(evidence: Evidence, arm: ArmEvidence): Statement {
  const { diverged, replicates } = arm;
  const { id } = arm.arm;
  const epochs = diverged.map(({ end }) => end?.epoch ?? 0);
  const sole = soleDifference(evidence, arm);
  const when =
    replicates === 1 ? ` in ${epochsText(epochs)}` : inSeeds(diverged.length, replicates);
  const seen = replicates === 1 ? '' : `${epochsText(epochs)}; `;
  const subject = sole && sole.setting !== LEARNING_RATE ? sole.setting : 'it';
  return {
    lead: `${id} diverged${when}`,
    text: `(${seen}${conditions(evidence, arm)}). ${leftOut([arm])}; nothing follows about ${subject} at other learning rates.`,
  };
}

function describeSeveral(evidence: Evidence, found: readonly ArmEvidence[]): Statement {
  const names = joinWords(found.map(({ arm }) => arm.id));
  const items = found.map((arm) => {
    const { diverged, replicates } = arm;
    const seeds = replicates === 1 ? '' : `${inSeeds(diverged.length, replicates)},`;
    const epochs = epochsText(diverged.map(({ end }) => end?.epoch ?? 0));
    return `${arm.arm.id}${seeds} in ${epochs}, ${conditions(evidence, arm)}`;
  });
  return {
    lead: `${names} diverged`,
    text: `(${items.join('; ')}). ${leftOut(found)}; nothing follows about them at other learning rates.`,
  };
}

/** "learning rate 3, no batch norm" */
function conditions(evidence: Evidence, arm: ArmEvidence): string {
  const rates = new Set(arm.diverged.map((lane) => rateOf(arm.arm, lane, evidence.material)));
  const sole = soleDifference(evidence, arm);
  const own = sole && sole.setting !== LEARNING_RATE ? `, ${sole.own}` : '';
  return `learning rate ${joinWords([...rates])}${own}`;
}

function leftOut(arms: readonly ArmEvidence[]): string {
  const partly = arms.filter(({ diverged, replicates }) => diverged.length < replicates);
  const whose = arms.length === 1 ? 'Its' : 'Their';
  if (partly.length === 0) return `${whose} figures are left out`;
  return `These seeds are left out, which may flatter ${joinWords(partly.map(({ arm }) => arm.id))}`;
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

/** Rule 11: one statement, whatever the number of arms. */
export function describeStops(evidence: Evidence): Statement[] {
  const stops = evidence.arms.flatMap((arm) => stopOf(arm) ?? []);
  const [first, ...others] = stops;
  if (!first) return [];
  const restoredStops = stops.filter(({ epochs }) => epochs.length > 0);
  const flatters = restoredStops.length === 0 ? '' : ` ${flattery(evidence, restoredStops)}`;
  if (others.length === 0)
    return first.loss === null
      ? [{ lead: `${first.did}.`, text: '' }]
      : [{ lead: `${first.did},`, text: `${first.loss}.${flatters}` }];
  const items = stops.map(({ did, loss }) => (loss === null ? did : `${did}, ${loss}`));
  const names = joinWords(stops.map(({ id }) => id));
  return [{ lead: `Early stopping in ${names}:`, text: `${items.join('; ')}.${flatters}` }];
}

interface Stop {
  readonly id: ArmId;
  /** "A stopped at epoch 19 (patience 5) and restored the weights of epoch 14" */
  readonly did: string;
  /** "validation loss 0.63" of what was restored; null: nothing was. */
  readonly loss: string | null;
  /** That were restored. */
  readonly epochs: readonly number[];
}

function stopOf({ arm, lanes, replicates }: ArmEvidence): Stop | null {
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
    ...(epochs.length === 0
      ? []
      : [`restored${inSome(epochs.length)} the weights of ${epochsText(epochs)}`]),
  ];
  if (did.length === 0) return null;
  const loss = shortLoss(mean(restored.map(({ row }) => row.validationLoss)));
  const average = restored.length === 1 ? '' : ' on average';
  return {
    id: arm.id,
    did: `${arm.id} ${joinWords(did)}`,
    loss: epochs.length === 0 ? null : `validation loss ${loss}${average}`,
    epochs,
  };
}

/** The epochs were chosen by the rows that they are then judged on (Cawley & Talbot 2010). */
function flattery({ material }: Evidence, stops: readonly Stop[]): string {
  const { noun, sealedTest, dataset } = material;
  const isOne = stops.flatMap(({ epochs }) => epochs).length === 1;
  const flatter = stops.length === 1 ? 'figure is' : 'figures are';
  const these = isOne ? 'That epoch was' : 'Those epochs were';
  const chosen = `${these} chosen on these ${noun}, so the ${flatter} a little optimistic`;
  if (!sealedTest) return `${chosen}.`;
  const { figureOf } = sealedTest;
  if (!figureOf) return `${chosen}; open the test set to see.`;
  const figures = stops.flatMap(({ id }) => {
    const figure = figureOf(id);
    if (figure === null) return [];
    const text = dataset.task === 'regression' ? `a loss of ${shortLoss(figure)}` : percent(figure);
    return [stops.length === 1 ? text : `${id} ${text}`];
  });
  if (figures.length === 0) return `${chosen}.`;
  return `${chosen}; the sealed test says ${joinWords(figures)}.`;
}

/** "epoch 19", "epochs 2 and 4", "epochs 15 to 22" */
function epochsText(epochs: readonly number[]): string {
  const distinct = [...new Set(epochs)].sort((a, b) => a - b);
  if (distinct.length === 1) return `epoch ${distinct[0] ?? 0}`;
  if (distinct.length === 2) return `epochs ${joinWords(distinct.map(String))}`;
  return `epochs ${distinct[0] ?? 0} to ${distinct.at(-1) ?? 0}`;
}
