/** For tests: arms over several seeds, with the figures that their intervals were worked out from. */
import type { LaneHistory } from '../../client/run-history.ts';
import type { ArmId } from '../../experiment/experiment.ts';
import { lane, NONE_WRONG, reaching, repeats, towards } from './verdict-fixture.ts';
import type { Curves } from './verdict-fixture.ts';

/** Accuracies of five seeds. */
export const PLAIN = [0.72, 0.744, 0.706, 0.73, 0.75] as const;
export const BETTER = [0.9, 0.892, 0.884, 0.91, 0.896] as const;
/** As good as BETTER, for all that five seeds can tell. */
export const ALSO_BETTER = [0.89, 0.9, 0.88, 0.908, 0.894] as const;
/** No other than PLAIN, for all that five seeds can tell. */
export const SAME = [0.725, 0.74, 0.71, 0.726, 0.754] as const;
export const WORSE = [0.5, 0.52, 0.49, 0.51, 0.5] as const;

const LEARNT: Curves = { trainingAccuracy: reaching(0.99) };

/** One lane a seed, at its accuracy from the first epoch on. */
export function seeds(
  id: ArmId,
  accuracies: readonly number[],
  curves: Curves = LEARNT,
): LaneHistory[] {
  return repeats(id, 'validationAccuracy', accuracies, { ...LEARNT, ...curves });
}

/** The same, each of which rises to its accuracy until the last epoch. */
export function stillRising(id: ArmId, accuracies: readonly number[]): LaneHistory[] {
  return accuracies.map((end, replicate) =>
    lane(id, { ...LEARNT, validationAccuracy: towards(0.1, end) }, 50, {
      ...NONE_WRONG,
      replicate,
    }),
  );
}
