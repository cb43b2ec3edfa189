import { expect, it } from 'vitest';
import { circles } from '../../datasets/sets/circles.ts';
import { loadSplit } from '../../datasets/splitting/split.ts';
import type { SplitRequest } from '../../datasets/splitting/drawn-rows.ts';
import { cachedSplits } from './split-cache.ts';

const context = {
  baseUrl: '/',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
const request: SplitRequest = {
  ...{ dataset: circles, trainingExamples: 40, validationExamples: 20, foldCount: 4 },
  ...{ wrongLabelShare: 0.3, noise: 0.1, seed: 7, replicate: 0, fold: 0 },
};

function counted() {
  const asked: number[] = [];
  const load = cachedSplits((one, where) => {
    asked.push(one.fold);
    return loadSplit(one, where);
  });
  return { asked, load };
}

it('draws what was drawn last only once, and gives what would be drawn', async () => {
  const { asked, load } = counted();
  const [first, second] = [await load(request, context), await load({ ...request }, context)];
  expect(second).toBe(first);
  expect(asked).toEqual([0]);
  const other = await load({ ...request, fold: 1 }, context);
  expect(other.training.features).toEqual(
    (await loadSplit({ ...request, fold: 1 }, context)).training.features,
  );
  expect(asked).toEqual([0, 1]);
});

it('forgets what was not used for longest', async () => {
  const { asked, load } = counted();
  for (let seed = 0; seed < 14; seed++) {
    await load({ ...request, seed }, context);
    await load({ ...request, seed: 0 }, context);
  }
  expect(asked).toHaveLength(14);
  await load({ ...request, seed: 1 }, context);
  expect(asked).toHaveLength(15);
});
