/**
 * The few facts that a verdict takes from pictures of networks: of the first repeats, at the epochs that the figures
 * are of. Records keep them, since they keep no pictures.
 */
import type { ArmId } from '../experiment/experiment.ts';
import type {
  MistakesView,
  RedundancyView,
  ViewId,
  Views,
  WeightsView,
} from '../protocol/views.ts';
import type { LaneHistory, RunHistory } from './run-history.ts';

export interface PictureFacts {
  readonly armId: ArmId;
  /** Of other arms: validation rows that only one of the two gets right. */
  readonly discordance: readonly { readonly armId: ArmId; readonly rows: number }[];
  /** Share of weights that are small; null: not known. */
  readonly smallWeightShare: number | null;
  /** How it answers without some of its units; null: not known. */
  readonly removedUnits: RedundancyView | null;
}

/** One of each arm. `lanes`: those of the history, or as they stood at an epoch. */
export function pictureFactsOf(
  { pictures }: Pick<RunHistory, 'pictures'>,
  lanes: readonly LaneHistory[],
): readonly PictureFacts[] {
  const pictureOf = <Id extends ViewId>(id: Id, index: number): Views[Id] | null => {
    const epoch = lanes[index]?.latest?.epoch ?? NaN;
    const kept = pictures.find(index, id, epoch);
    // A picture of another epoch says nothing about this one.
    return kept?.epoch === epoch ? kept.picture : null;
  };
  const first = lanes.flatMap(({ lane: { armId, replicate, fold } }, index) =>
    replicate === 0 && fold === 0 ? [{ armId, index }] : [],
  );
  const mistakes = new Map(first.map(({ armId, index }) => [armId, pictureOf('mistakes', index)]));
  return first.map(({ armId, index }) => ({
    armId,
    discordance: [...mistakes].flatMap(([other, view]) => {
      const rows = other === armId ? null : countDiscordant(mistakes.get(armId) ?? null, view);
      return rows === null ? [] : [{ armId: other, rows }];
    }),
    smallWeightShare: shareOfSmall(pictureOf('weights', index)),
    removedUnits: pictureOf('redundancy', index),
  }));
}

function shareOfSmall(weights: WeightsView | null): number | null {
  if (!weights) return null;
  const all = weights.layers.reduce((sum, { inputs, units }) => sum + inputs * units, 0);
  return weights.layers.reduce((sum, { small }) => sum + small, 0) / all;
}

function countDiscordant(one: MistakesView | null, other: MistakesView | null): number | null {
  if (!one || !other) return null;
  let count = 0;
  for (let row = 0; row < one.answers.length; row++)
    if (isRight(one, row) !== isRight(other, row)) count += 1;
  return count;
}

function isRight({ answers, trueClasses }: MistakesView, row: number): boolean {
  return answers[row] === trueClasses[row];
}
