import { describe, expect, it, vi } from 'vitest';
import {
  epochsOf,
  experiment,
  onCircles,
  serveFromDisk,
  startPage,
} from './training-loop-fixture.ts';

serveFromDisk();

describe('a run with a pace, or paused', () => {
  it('pauses between bursts and goes on from there', async () => {
    const page = startPage();
    await page.prepare(1, { training: { ...experiment.training, epochs: 400 } });
    page.send({ type: 'trainRun', runId: 1 });
    await page.until(() => epochsOf(page.curve(1, 0)).length > 3);
    page.send({ type: 'pauseRun', runId: 1 });
    await page.status(1, 1, 'paused');
    const held = epochsOf(page.curve(1, 0)).length;
    expect(held).toBeLessThan(401);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    expect(epochsOf(page.curve(1, 0))).toEqual(Array.from({ length: 401 }, (_, i) => i));
  });

  it('keeps the pace, and hears when it changes', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'setPace', pace: 5 });
    const started = performance.now();
    page.send({ type: 'trainRun', runId: 1 });
    await page.until(() => epochsOf(page.curve(1, 0)).length === 3);
    // Two epochs finished: at least one pause of 200 ms lies between them.
    expect(performance.now() - started).toBeGreaterThan(190);
    page.send({ type: 'setPace', pace: null });
    await page.status(1, 1, 'finished');
  });

  it('keeps a quick pace though timers wake late', async () => {
    const page = startPage();
    await page.prepare(1, { training: { ...experiment.training, epochs: 200 } });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { setTimeout } = globalThis;
    vi.stubGlobal('setTimeout', (wake: () => void, ms = 0) => setTimeout(wake, ms + 5));
    page.send({ type: 'setPace', pace: 60 });
    page.send({ type: 'trainRun', runId: 1 });
    await vi.advanceTimersByTimeAsync(2000);
    const trained = epochsOf(page.curve(1, 0)).length - 1;
    expect(trained).toBeGreaterThanOrEqual(118);
    expect(trained).toBeLessThanOrEqual(121);
  });

  it('takes a picture of every epoch while it waits for its pace', async () => {
    const page = startPage();
    page.send({ type: 'watchViews', views: { open: ['decisionBoundary'], kept: [] } });
    const { data, network } = onCircles;
    await page.prepare(1, { data, network });
    page.send({ type: 'setPace', pace: 1 });
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const pictured = page.events.flatMap((e) =>
      e.type === 'frameCompleted' ? (e.frame.lanes[0]?.pictures ?? []) : [],
    );
    expect(new Set(pictured.map(({ epoch }) => epoch))).toEqual(new Set([0, 1, 2, 3, 4]));
  });
});
