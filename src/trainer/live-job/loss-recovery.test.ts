/** Runs that outlive their device or their worker. */
import { describe, expect, it } from 'vitest';
import { experiment, serveFromDisk, startPage, timeless } from './training-loop-fixture.ts';

serveFromDisk();

describe('a run whose device or worker was lost', () => {
  it('goes on when the device is lost, with the same curve', async () => {
    const undisturbed = startPage();
    await undisturbed.prepare(1);
    undisturbed.send({ type: 'trainRun', runId: 1 });
    await undisturbed.status(1, 1, 'finished');
    // A device that dies in the middle of the third epoch; the one after it lives.
    let settled = 0;
    let devices = 0;
    const page = startPage((backend) => {
      const isMortal = devices++ === 0;
      const dies = () => isMortal && settled > 9;
      return {
        ...backend,
        isLost: dies,
        settle: () => {
          settled += 1;
          return dies() ? Promise.reject(new Error('The device was lost.')) : backend.settle();
        },
      };
    });
    await page.prepare(1);
    for (let i = 0; i < 12; i++) page.send({ type: 'stepBatch', runId: 1 });
    await page.until(() => page.statuses(1).at(-1) === 'paused');
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const resumed = page.events.filter((e) => e.type === 'runResumed');
    expect(resumed).toHaveLength(1);
    expect(resumed[0]?.backend.reason).toContain('lost in epoch');
    expect(timeless(page.curve(1, 0))).toEqual(timeless(undisturbed.curve(1, 0)));
    expect(timeless(page.curve(1, 1))).toEqual(timeless(undisturbed.curve(1, 1)));
  });

  it.each(['trained on at once', 'asked to train later'])(
    'goes on in another worker, with the same curve, when %s',
    async (when) => {
      const changed = { ...experiment, training: { ...experiment.training, learningRate: 0.02 } };
      const undisturbed = startPage();
      await undisturbed.prepare(1);
      for (let i = 0; i < 6; i++) undisturbed.send({ type: 'stepBatch', runId: 1 });
      await undisturbed.status(1, 1, 'paused');
      undisturbed.send({ type: 'changeSettings', runId: 1, experiment: changed });
      undisturbed.send({ type: 'trainRun', runId: 1 });
      await undisturbed.status(1, 1, 'finished');

      const lost = startPage();
      await lost.prepare(1);
      for (let i = 0; i < 6; i++) lost.send({ type: 'stepBatch', runId: 1 });
      await lost.status(1, 1, 'paused');
      lost.send({ type: 'changeSettings', runId: 1, experiment: changed });
      for (let i = 0; i < 4; i++) lost.send({ type: 'stepBatch', runId: 1 });
      await lost.status(1, 2, 'paused');
      const saves = lost.events.flatMap((e) => (e.type === 'runSaved' ? [e.save] : []));
      const changes = lost.events.flatMap((e) => (e.type === 'settingsChanged' ? [e.change] : []));
      const [save] = saves;
      if (!save) throw new Error('Nothing was saved.');

      const page = startPage();
      const shown = { epoch: 2, stepInEpoch: 2, endings: new Map() };
      page.send({
        ...{ type: 'prepareRun', runId: 1, experiment: changed, backend: 'auto', pace: null },
        resumption: structuredClone({ save: { ...save, changes }, shown }),
      });
      if (when === 'asked to train later') await page.status(1, 1, 'paused');
      page.send({ type: 'trainRun', runId: 1 });
      await page.status(1, 1, 'finished');
      expect(page.events.filter((e) => e.type === 'runPrepared')).toHaveLength(0);
      expect(page.events.find((e) => e.type === 'runResumed')).toMatchObject({ epoch: 0 });
      for (const lane of [0, 1]) {
        const rows = [...lost.curve(1, lane), ...page.curve(1, lane)];
        expect(timeless(rows)).toEqual(timeless(undisturbed.curve(1, lane)));
      }
    },
  );

  it('opens its test set, the epoch restored, although the device was lost at rest', async () => {
    const arms = experiment.arms.map((arm) => ({
      ...arm,
      regularizers: {
        earlyStopping: { metric: 'validationLoss', patience: 50, minDelta: 1, restoreBest: true },
      } as const,
    }));
    const finish = async (page: ReturnType<typeof startPage>) => {
      await page.prepare(1, { arms });
      page.send({ type: 'trainRun', runId: 1 });
      await page.until(() => ['finished', 'stopped'].includes(page.statuses(1).at(-1) ?? ''));
    };
    const open = async (page: ReturnType<typeof startPage>) => {
      page.send({ type: 'openTest', runId: 1 });
      await page.until(() => page.events.some((e) => /^test/.test(e.type)));
      return page.events.find((e) => e.type === 'testMeasured')?.test;
    };
    const undisturbed = startPage();
    await finish(undisturbed);
    let devices = 0;
    let isLost = false;
    const page = startPage((backend) => {
      const isFirst = devices++ === 0;
      const lost = () => isFirst && isLost;
      const orFail = (act: () => Promise<Float32Array | Float64Array>) =>
        lost() ? Promise.reject(new Error('The device was lost.')) : act();
      return { ...backend, isLost: lost, read: (tensor) => orFail(() => backend.read(tensor)) };
    });
    await finish(page);
    isLost = true;
    const test = await open(page);
    expect(test?.lanes).toHaveLength(2);
    expect(test).toEqual(await open(undisturbed));
    expect(devices).toBe(2);
  });

  it('is finished again in another worker, with what it kept', async () => {
    const lost = startPage();
    await lost.prepare(1);
    lost.send({ type: 'trainRun', runId: 1 });
    await lost.status(1, 1, 'finished');
    const save = lost.events.findLast((e) => e.type === 'runSaved')?.save;
    if (!save) throw new Error('Nothing was saved.');
    const page = startPage();
    const shown = { epoch: 4, stepInEpoch: 0, endings: new Map() };
    page.send({
      ...{ type: 'prepareRun', runId: 1, experiment, backend: 'auto', pace: null },
      resumption: structuredClone({ save, shown }),
    });
    await page.status(1, 1, 'finished');
    expect(page.curve(1, 0)).toEqual([]);
    page.send({ type: 'askNetworks', runId: 1, questionId: 1, features: new Float32Array(64) });
    await page.until(() => page.events.some((e) => e.type === 'networksAnswered'));
  });

  it('goes on to more epochs also where the device was lost after its end', async () => {
    const longer = { ...experiment, training: { ...experiment.training, epochs: 8 } };
    const undisturbed = startPage();
    await undisturbed.prepare(1, longer);
    undisturbed.send({ type: 'trainRun', runId: 1 });
    await undisturbed.status(1, 1, 'finished');
    let devices = 0;
    let isLost = false;
    const page = startPage((backend) => {
      const isFirst = devices++ === 0;
      const lost = () => isFirst && isLost;
      const orFail = (act: () => Promise<Float32Array | Float64Array>) =>
        lost() ? Promise.reject(new Error('The device was lost.')) : act();
      return { ...backend, isLost: lost, read: (tensor) => orFail(() => backend.read(tensor)) };
    });
    await page.prepare(1);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    isLost = true;
    page.send({ type: 'changeSettings', runId: 1, experiment: longer });
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 2, 'finished');
    expect(devices).toBe(2);
    expect(timeless(page.curve(1, 1))).toEqual(timeless(undisturbed.curve(1, 1)));
  });
});
