/**
 * The splits that a batch job has used last: the chunks of a sweep train on the same few folds again and again, and
 * to draw them anew takes small networks a tenth of their time.
 */
import { loadSplit } from '../../datasets/splitting/split.ts';
import type { Split } from '../../datasets/splitting/split.ts';
import { requestKey } from '../load-data.ts';
import type { LoadSplit } from '../load-data.ts';

const MOST_SPLITS = 12;
/** Larger ones would hold too much memory, and are not drawn in no time anyway. */
const MOST_NUMBERS = 500_000;

export function cachedSplits(load: LoadSplit = loadSplit): LoadSplit {
  // In the order of their last use.
  const splits = new Map<string, Split>();
  return async (request, context) => {
    const key = requestKey(request);
    const split = splits.get(key) ?? (await load(request, context));
    splits.delete(key);
    const { training, validation } = split;
    if (training.features.length + validation.features.length > MOST_NUMBERS) return split;
    splits.set(key, split);
    const [oldest] = splits.keys();
    if (splits.size > MOST_SPLITS && oldest !== undefined) splits.delete(oldest);
    return split;
  };
}
