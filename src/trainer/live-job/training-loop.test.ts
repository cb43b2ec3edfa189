/** The worker's state machine: what it is asked, in which order, and what it tells. */
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../figures/figures.ts';
import type { FigureName } from '../../figures/figures.ts';
import {
  epochsOf,
  experiment,
  serveFromDisk,
  startPage,
  timeless,
} from './training-loop-fixture.ts';

serveFromDisk();

describe('a run', () => {
  it('is prepared with epoch 0 measured, trains to its end and says so', async () => {
    const page = startPage();
    await page.prepare(1);
    expect(page.statuses(1)).toEqual(['loading data', 'compiling', 'ready']);
    const prepared = page.events.find((e) => e.type === 'runPrepared');
    expect(prepared?.run).toMatchObject({ validationRows: 40, sealedTestRows: 1697 });
    const [lane] = prepared?.run.lanes ?? [];
    expect(lane).toMatchObject({
      stepsPerEpoch: 4,
      parameterCount: 65 * 8 + 9 * 10,
      trainingRows: 60,
      wrongLabels: 18,
    });
    expect(lane?.mislabelled).toHaveLength(12);
    for (const { givenLabel, trueLabel, features } of lane?.mislabelled ?? []) {
      expect(givenLabel).not.toBe(trueLabel);
      expect(features).toHaveLength(64);
    }
    expect(epochsOf(page.curve(1, 0))).toEqual([0]);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    expect(epochsOf(page.curve(1, 1))).toEqual([0, 1, 2, 3, 4]);
    expect(timeless(page.curve(1, 0))).not.toEqual(timeless(page.curve(1, 1)));
    expect(page.curve(1, 0).every(Number.isFinite)).toBe(true);
  });

  it('repeats exactly after a reset, and steps go the same way', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    await page.prepare(2);
    page.send({ type: 'stepEpoch', runId: 2 });
    await page.status(2, 1, 'paused');
    expect(epochsOf(page.curve(2, 0))).toEqual([0, 1]);
    for (let batch = 1; batch <= 4; batch++) {
      page.send({ type: 'stepBatch', runId: 2 });
      await page.status(2, 1 + batch, 'paused');
    }
    expect(epochsOf(page.curve(2, 0))).toEqual([0, 1, 2]);
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    expect(timeless(page.curve(2, 0))).toEqual(timeless(page.curve(1, 0)));
    expect(timeless(page.curve(2, 1))).toEqual(timeless(page.curve(1, 1)));
  });

  it('shows figures in mid-epoch after one batch', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'stepBatch', runId: 1 });
    await page.status(1, 1, 'paused');
    const frames = page.events.filter((e) => e.type === 'frameCompleted');
    const last = frames[frames.length - 1]?.frame;
    expect(last?.stepInEpoch).toBe(1);
    expect(last?.lanes[0]?.current?.[FIGURE_INDEX.epoch]).toBe(0.25);
  });

  it('keeps the figures of a batch on screen until training goes on', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'stepBatch', runId: 1 });
    await page.status(1, 1, 'paused');
    // The status comes with a last frame, which must not take the figures back.
    const frames = page.events.flatMap((e) => (e.type === 'frameCompleted' ? [e.frame] : []));
    expect(frames.length).toBeGreaterThan(1);
    expect(frames[frames.length - 1]?.lanes[0]?.current).not.toBeNull();
  });

  it('takes as many batches as were asked for, however fast', async () => {
    const page = startPage();
    await page.prepare(1);
    for (let i = 0; i < 6; i++) page.send({ type: 'stepBatch', runId: 1 });
    await page.status(1, 1, 'paused');
    expect(epochsOf(page.curve(1, 0))).toEqual([0, 1]);
    const frames = page.events.filter((e) => e.type === 'frameCompleted');
    expect(frames[frames.length - 1]?.frame.stepInEpoch).toBe(2);
  });

  it('goes on to the end when asked during a step', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'stepEpoch', runId: 1 });
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    expect(page.statuses(1)).not.toContain('paused');
  });

  it('trains the run it was asked for, also right after its order', async () => {
    const page = startPage();
    await page.prepare(1, { training: { ...experiment.training, epochs: 200 } });
    page.send({ type: 'trainRun', runId: 1 });
    page.send({ type: 'prepareRun', runId: 2, experiment, backend: 'auto', pace: null });
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    expect(epochsOf(page.curve(2, 0))).toEqual([0, 1, 2, 3, 4]);
  });

  it('counts the validation rows that were right at the most accurate epoch and are wrong since', async () => {
    const page = startPage();
    await page.prepare(1, { training: { ...experiment.training, epochs: 30, learningRate: 0.1 } });
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const column = (name: FigureName) =>
      page.curve(1, 0).filter((_, i) => i % FIGURE_COUNT === FIGURE_INDEX[name]);
    const right = column('validationAccuracy').map((share) => Math.round(share * 40));
    const lost = column('lostSinceBest');
    let best = 0;
    right.forEach((count, epoch) => {
      best = Math.max(best, count);
      // What was not lost on balance was won elsewhere.
      expect(lost[epoch]).toBeGreaterThanOrEqual(best - count);
      expect(lost[epoch]).toBeLessThanOrEqual(Math.min(best, 40 - count));
      if (count === best && right.indexOf(count) === epoch) expect(lost[epoch]).toBe(0);
    });
    expect(Math.max(...lost)).toBeGreaterThan(0);
  });

  it('says nothing more once another was asked for', async () => {
    const page = startPage();
    await page.prepare(1, { training: { ...experiment.training, epochs: 400 } });
    page.send({ type: 'trainRun', runId: 1 });
    await page.prepare(2);
    const after = page.events.findIndex((e) => e.runId === 2);
    expect(page.events.slice(after).every((e) => e.runId === 2)).toBe(true);
  });

  it('frees what it held', async () => {
    const page = startPage();
    await page.prepare(1);
    const held = tf.backend().numDataIds();
    for (let runId = 2; runId < 6; runId++) {
      await page.prepare(runId);
      page.send({ type: 'trainRun', runId });
      await page.status(runId, 1, 'finished');
    }
    await page.prepare(9);
    expect(tf.backend().numDataIds()).toBe(held);
  });
});
