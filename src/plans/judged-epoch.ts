/**
 * Whose figures a training of a sweep is judged by: those of the last epoch that was trained, of the best one, or
 * of the one that early stopping went back to.
 */
import type { LaneBase } from '../experiment/lane-base.ts';
import type { LaneSpec } from '../experiment/lane-spec.ts';
import type { FigureRow } from '../figures/figures.ts';
import type { LaneResult } from '../figures/lane-result.ts';

/** A training that goes back to no epoch is judged at its last by "restored" too. */
export type JudgedEpoch = 'last' | 'best' | 'restored';

/** Whether its training ends with the weights of an earlier epoch. */
export function restoresEpoch({ regularizers }: Pick<LaneBase, 'regularizers'>): boolean {
  return regularizers.earlyStopping?.restoreBest === true;
}

/** Null: it diverged, or its best epoch was not looked for. */
export function judgedRow(
  at: JudgedEpoch,
  { end, row, lastRow, best }: Pick<LaneResult, 'end' | 'row' | 'lastRow' | 'best'>,
): FigureRow | null {
  if (end.kind === 'diverged') return null;
  if (at === 'best') return best;
  return at === 'last' ? lastRow : row;
}

/** The training that ends with the very network that was judged; `result`: what it came to. */
export function endingAtJudged(
  spec: LaneSpec,
  at: JudgedEpoch,
  result: Pick<LaneResult, 'best'> | undefined,
): LaneSpec {
  if (at === 'restored') return spec;
  const whole = withoutRestoring(spec);
  const epochs = result?.best?.epoch;
  if (at === 'last' || epochs === undefined) return whole;
  return { ...whole, training: { ...whole.training, epochs } };
}

function withoutRestoring(spec: LaneSpec): LaneSpec {
  const { earlyStopping } = spec.regularizers;
  if (!earlyStopping) return spec;
  const stops = { ...earlyStopping, restoreBest: false };
  return { ...spec, regularizers: { ...spec.regularizers, earlyStopping: stops } };
}
