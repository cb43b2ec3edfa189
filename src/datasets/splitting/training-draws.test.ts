/** Many training sets beside the same validation rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoadContext } from '../dataset.ts';
import { fakeDataset, identities } from '../fake-dataset-fixture.ts';
import { sine } from '../sets/sine.ts';
import { loadSplit } from './split.ts';
import type { SplitRequest } from './drawn-rows.ts';

const context: LoadContext = {
  baseUrl: '/',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
const base = { wrongLabelShare: 0, noise: 0, seed: 42, replicate: 0, fold: 0 };
const onePool = fakeDataset([50, 30, 20], null);
const twoPools = fakeDataset([50, 30, 20], [40]);

const draw = (request: Partial<SplitRequest>) =>
  loadSplit(
    { ...base, dataset: onePool, trainingExamples: 30, validationExamples: 25, ...request },
    context,
  );

describe.each([
  { name: 'one pool', dataset: onePool },
  { name: 'a pool that is held out', dataset: twoPools },
])('training draws of $name', ({ dataset }) => {
  it('validate on the same rows, which are those of a plain split, and train on none of them', async () => {
    const { validation: plain } = await draw({ dataset });
    await fc.assert(
      fc.asyncProperty(fc.nat(50), async (trainingDraw) => {
        const { training, validation } = await draw({ dataset, trainingDraw });
        expect(identities(validation)).toEqual(identities(plain));
        expect(new Set([...identities(training), ...identities(validation)]).size).toBe(55);
      }),
      { numRuns: 20 },
    );
  });

  it('differ from each other, and fewer rows of a draw are the first of more', async () => {
    const [one, other] = [
      await draw({ dataset, trainingDraw: 1 }),
      await draw({ dataset, trainingDraw: 2 }),
    ];
    expect(identities(one.training)).not.toEqual(identities(other.training));
    const fewer = await draw({ dataset, trainingDraw: 1, trainingExamples: 10 });
    expect(identities(fewer.training)).toEqual(identities(one.training).slice(0, 10));
  });

  it('have wrong labels of their own', async () => {
    const wrong = async (trainingDraw: number) =>
      (await draw({ dataset, trainingDraw, wrongLabelShare: 0.3 })).training.wrongRows;
    expect(await wrong(1)).toHaveLength(9);
    expect(await wrong(1)).not.toEqual(await wrong(2));
  });
});

it('use every row that does not validate, over many draws, and leave none for a test', async () => {
  const seen = new Set<number>();
  for (let trainingDraw = 0; trainingDraw < 30; trainingDraw++)
    for (const row of identities((await draw({ trainingDraw })).training)) seen.add(row);
  expect(seen.size).toBe(75);
  const { sealedTestRows, loadTest, numbers } = await draw({ trainingDraw: 3 });
  expect(sealedTestRows).toBe(0);
  await expect(loadTest(context)).rejects.toThrow('none of its rows is left for a test');
  expect(new Set([...(numbers?.training ?? []), ...(numbers?.validation ?? [])]).size).toBe(55);
});

it('of rows that are made are judged at the places of the truth', async () => {
  const request = { dataset: sine, noise: 0.3, trainingExamples: 20, validationExamples: 200 };
  const [one, other] = [
    await draw({ ...request, trainingDraw: 1 }),
    await draw({ ...request, trainingDraw: 2 }),
  ];
  expect(one.validation).toEqual(other.validation);
  one.validation.features.forEach((x, i) =>
    expect(one.validation.targets[i]).toBeCloseTo(Math.sin(2 * Math.PI * x), 5),
  );
  expect(one.training.features).not.toEqual(other.training.features);
  await expect(draw({ ...request, trainingDraw: 1, validationExamples: 100 })).rejects.toThrow(
    'known at 200 places, not at 100',
  );
});
