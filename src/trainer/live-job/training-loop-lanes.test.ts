/** Which lanes a run has: arms in repeats and folds, and arms with settings of their own. */
import { describe, expect, it } from 'vitest';
import {
  epochsOf,
  experiment,
  onCircles,
  serveFromDisk,
  startPage,
  timeless,
} from './training-loop-fixture.ts';

serveFromDisk();

describe('repeats and arms of their own', () => {
  it('trains every arm for every repeat, the first one as if alone', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    await page.prepare(2, { training: { ...experiment.training, replicates: 3 } });
    const prepared = page.events.findLast((e) => e.type === 'runPrepared');
    expect(prepared?.run.lanes.map(({ armId, replicate }) => `${armId}${replicate}`)).toEqual([
      'A0',
      'B0',
      'A1',
      'B1',
      'A2',
      'B2',
    ]);
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    for (const lane of [0, 1])
      expect(timeless(page.curve(2, lane))).toEqual(timeless(page.curve(1, lane)));
    expect(timeless(page.curve(2, 2))).not.toEqual(timeless(page.curve(2, 0)));
    expect(timeless(page.curve(2, 4))).not.toEqual(timeless(page.curve(2, 2)));
  });

  it('repeats over training luck keep the rows and their wrong labels', async () => {
    const page = startPage();
    const training = { ...experiment.training, replicates: 2 };
    const mislabelled = async (runId: number, replicateScope: 'everything' | 'trainingLuck') => {
      await page.prepare(runId, { training: { ...training, replicateScope } });
      const prepared = page.events.findLast((e) => e.type === 'runPrepared');
      return prepared?.run.lanes.map((lane) => lane.mislabelled) ?? [];
    };
    const [first, , second] = await mislabelled(1, 'trainingLuck');
    expect(second).toEqual(first);
    const start = (runId: number, lane: number) => timeless(page.curve(runId, lane));
    expect(start(1, 2)).not.toEqual(start(1, 0));
    const [drawn, , redrawn] = await mislabelled(2, 'everything');
    expect(drawn).toEqual(first);
    expect(redrawn).not.toEqual(drawn);
  });

  it('trains every arm in every fold of every repeat; an arm more changes none of them', async () => {
    const page = startPage();
    const [plain, dropout] = experiment.arms;
    if (!plain || !dropout) throw new Error('The experiment has two arms.');
    const data = { ...experiment.data, wrongLabelShare: 0.3 };
    const training = { ...experiment.training, replicates: 2 };
    const divided = { data, training, foldCount: 3 };
    const fewer = { ...plain, id: 'C', overrides: { trainingExamples: 20 } } as const;
    await page.prepare(1, divided);
    const { lanes } = page.events.findLast((e) => e.type === 'runPrepared')?.run ?? { lanes: [] };
    const names = lanes.map(({ armId, replicate, fold }) => `${armId} ${replicate}.${fold}`);
    expect(names).toEqual(
      ['0.0', '0.1', '0.2', '1.0', '1.1', '1.2'].flatMap((name) => [`A ${name}`, `B ${name}`]),
    );
    // Of 100 rows: 34, 33 and 33 validate, the others train.
    const rows = lanes.map((lane) => lane.trainingRows);
    for (const replicate of [0, 6])
      expect(rows.slice(replicate, replicate + 6).sort()).toEqual([66, 66, 67, 67, 67, 67]);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    await page.prepare(2, { ...divided, arms: [fewer, plain, dropout] });
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    const curve = (runId: number, lane: number) => timeless(page.curve(runId, lane));
    lanes.forEach((_, lane) => {
      expect(epochsOf(page.curve(1, lane))).toEqual([0, 1, 2, 3, 4]);
      const beside = 3 * Math.floor(lane / 2) + 1 + (lane % 2);
      expect(curve(2, beside)).toEqual(curve(1, lane));
    });
    expect(new Set(lanes.map((_, lane) => curve(1, lane).join())).size).toBe(12);
  });

  it('opens one test set for all folds, and refuses folds that cannot be', async () => {
    const page = startPage();
    await page.prepare(1);
    const { sealedTestRows } = page.events.findLast((e) => e.type === 'runPrepared')?.run ?? {};
    await page.prepare(2, { foldCount: 4 });
    page.send({ type: 'openTest', runId: 2 });
    await page.until(() => page.events.some((e) => e.type === 'testMeasured'));
    const { test } = page.events.find((e) => e.type === 'testMeasured') ?? {};
    expect(test?.rows).toBe(sealedTestRows);
    expect(test?.lanes.map(({ lane }) => lane)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const changed = { ...experiment, foldCount: 101 };
    page.send({ type: 'prepareRun', runId: 3, experiment: changed, backend: 'auto', pace: null });
    await page.until(() => page.events.some((e) => e.type === 'runFailed'));
    expect(page.events.find((e) => e.type === 'runFailed')?.failure).toEqual({
      kind: 'settings',
      message:
        'Training and validation have 100 examples together; they cannot be divided into 101 folds.',
    });
  });

  it('an arm of another size, rate, batch or amount of data leaves the others as they were', async () => {
    const page = startPage();
    const [plain, dropout] = experiment.arms;
    if (!plain || !dropout) throw new Error('The experiment has two arms.');
    await page.prepare(1);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const own = [
      { hiddenLayers: [5, 4], activation: 'tanh' },
      { batchSize: 7, learningRate: 0.1 },
      { trainingExamples: 20, optimizer: 'sgd' },
    ] as const;
    const others = own.map((overrides, i) => ({
      ...plain,
      id: (['C', 'D', 'E'] as const)[i] ?? 'F',
      overrides,
    }));
    await page.prepare(2, { arms: [others[0], plain, others[1], dropout, others[2]] as never });
    const { lanes } = page.events.findLast((e) => e.type === 'runPrepared')?.run ?? { lanes: [] };
    expect(
      lanes.map((lane) => [lane.parameterCount, lane.stepsPerEpoch, lane.trainingRows]),
    ).toEqual([
      [65 * 5 + 6 * 4 + 5 * 10, 4, 60],
      [65 * 8 + 9 * 10, 4, 60],
      [65 * 8 + 9 * 10, 9, 60],
      [65 * 8 + 9 * 10, 4, 60],
      [65 * 8 + 9 * 10, 2, 20],
    ]);
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    expect(timeless(page.curve(2, 1))).toEqual(timeless(page.curve(1, 0)));
    expect(timeless(page.curve(2, 3))).toEqual(timeless(page.curve(1, 1)));
    for (const lane of [0, 2, 4]) {
      expect(epochsOf(page.curve(2, lane))).toEqual([0, 1, 2, 3, 4]);
      expect(timeless(page.curve(2, lane))).not.toEqual(timeless(page.curve(1, 0)));
    }
  });

  it('trains every arm on own points too, in every repeat', async () => {
    const page = startPage();
    const { data, network } = onCircles;
    const training = { ...experiment.training, replicates: 2 };
    const prepared = () => page.events.findLast((e) => e.type === 'runPrepared')?.run.lanes ?? [];
    await page.prepare(1, { data, network, training });
    expect(prepared().map(({ trainingRows }) => trainingRows)).toEqual([60, 60, 60, 60]);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const ownPoints = [[0, 0, 0] as const, [0.1, 0, 0] as const];
    await page.prepare(2, { data: { ...data, ownPoints }, network, training });
    expect(prepared().map(({ trainingRows }) => trainingRows)).toEqual([62, 62, 62, 62]);
    expect(prepared().map(({ wrongLabels }) => wrongLabels)).toEqual([12, 12, 12, 12]);
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    for (const lane of [0, 1, 2, 3])
      expect(timeless(page.curve(2, lane))).not.toEqual(timeless(page.curve(1, lane)));
  });
});
