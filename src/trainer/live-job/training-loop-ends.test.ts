/** How lanes end, and how a run that ended goes on to more epochs. */
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../experiment/experiment.ts';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../figures/figures.ts';
import {
  epochsOf,
  experiment,
  serveFromDisk,
  startPage,
  timeless,
} from './training-loop-fixture.ts';

serveFromDisk();

describe('the end of a run', () => {
  it('restores the best epoch, with what the lane answered then', async () => {
    const page = startPage();
    const stopping = {
      metric: 'validationLoss',
      patience: 1,
      minDelta: 0,
      restoreBest: true,
    } as const;
    const arms: Experiment['arms'] = [
      { id: 'A', name: null, regularizers: { earlyStopping: { ...stopping, patience: 99 } } },
      { id: 'B', name: null, regularizers: { earlyStopping: stopping } },
    ];
    const training = { ...experiment.training, epochs: 30, learningRate: 0.1 };
    await page.prepare(1, { arms, training });
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const frames = page.events.flatMap((e) => (e.type === 'frameCompleted' ? [e.frame] : []));
    for (const lane of [0, 1]) {
      const losses = page
        .curve(1, lane)
        .filter((_, i) => i % FIGURE_COUNT === FIGURE_INDEX.validationLoss);
      const best = losses.indexOf(Math.min(...losses.slice(1)));
      const restored = frames.flatMap((frame) => frame.lanes[lane]?.restoredEpoch ?? []);
      if (lane === 0) expect(restored).toEqual([best]);
      else expect(restored).toEqual([losses.length - 2]);
    }
    const ends = frames.flatMap((frame) => frame.lanes[1]?.end ?? []);
    expect(ends[0]).toMatchObject({ kind: 'stoppedEarly' });
  });

  it('goes on to more epochs where it finished, as if they had been set from the start', async () => {
    const stopping = { metric: 'validationLoss', minDelta: 0, restoreBest: true } as const;
    // A is restored at the end of the shorter run, B ends before it, C has nothing to restore.
    const arms: Experiment['arms'] = [
      { id: 'A', name: null, regularizers: { earlyStopping: { ...stopping, patience: 99 } } },
      { id: 'B', name: null, regularizers: { earlyStopping: { ...stopping, patience: 1 } } },
      { id: 'C', name: null, regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } },
    ];
    const setUp = (epochs: number) => {
      const training = { ...experiment.training, epochs, learningRate: 0.1 };
      return { ...experiment, arms, training };
    };
    const page = startPage();
    await page.prepare(1, setUp(30));
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const later = startPage();
    await later.prepare(1, setUp(20));
    later.send({ type: 'trainRun', runId: 1 });
    await later.status(1, 1, 'finished');
    const frames = () => later.events.flatMap((e) => (e.type === 'frameCompleted' ? e.frame : []));
    const restored = () => frames().flatMap(({ lanes }) => lanes[0]?.restoredEpoch ?? []);
    expect(restored()).toHaveLength(1);
    expect(restored()[0]).toBeLessThan(20);
    later.send({ type: 'changeSettings', runId: 1, experiment: setUp(25) });
    later.send({ type: 'trainRun', runId: 1 });
    await later.status(1, 2, 'finished');
    later.send({ type: 'changeSettings', runId: 1, experiment: setUp(30) });
    later.send({ type: 'trainRun', runId: 1 });
    await later.status(1, 3, 'finished');
    for (const lane of [0, 1, 2]) {
      expect(timeless(later.curve(1, lane))).toEqual(timeless(page.curve(1, lane)));
    }
    expect(epochsOf(later.curve(1, 2)).at(-1)).toBe(30);
    // And what each answers with in the end.
    const openTest = async (one: typeof page) => {
      one.send({ type: 'openTest', runId: 1 });
      await one.until(() => one.events.some((e) => /^test/.test(e.type)));
      return one.events.find((e) => e.type === 'testMeasured')?.test.lanes;
    };
    expect(await openTest(later)).toEqual(await openTest(page));
  });

  it('stops a lane whose numbers explode, with a word, and trains the others on', async () => {
    const page = startPage();
    const wild: Experiment['arms'] = [
      { id: 'A', name: null, regularizers: { l2: { lambda: 10 } } },
      { id: 'C', name: null, regularizers: {} },
    ];
    const training = {
      ...experiment.training,
      optimizer: 'sgd',
      learningRate: 3,
      epochs: 60,
    } as const;
    await page.prepare(1, { arms: wild, training });
    page.send({ type: 'trainRun', runId: 1 });
    await page.until(() => ['finished', 'stopped'].includes(page.statuses(1).at(-1) ?? ''));
    const ends = page.events.flatMap((e) =>
      e.type === 'frameCompleted'
        ? e.frame.lanes.flatMap(({ lane, end }) => (end ? [{ lane, end }] : []))
        : [],
    );
    expect(ends[0]).toMatchObject({ lane: 0, end: { kind: 'diverged' } });
    expect(ends[0]?.end.message).toContain('learning rate below 3');
    expect(page.curve(1, 0).every(Number.isFinite)).toBe(true);
    expect(page.curve(1, 1).length).toBeGreaterThan(page.curve(1, 0).length);
  });
});
