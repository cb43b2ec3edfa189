/** The worker’s part of a batch job: what it is told while it trains. */
import { describe, expect, it, vi } from 'vitest';
import type { LaneChunk } from '../../protocol/batch-messages.ts';
import { END_FIGURES_ONLY } from '../../figures/lane-result.ts';
import { serveFromDisk, specs, startJob, train, valuesOf } from './batch-job-fixture.ts';

serveFromDisk();

describe('a batch job', () => {
  const chunk = (chunkId: number, lanes = specs): LaneChunk => ({
    ...{ chunkId, specs: lanes, wishes: END_FIGURES_ONLY, backend: 'cpu' },
  });
  const long = specs.map((spec) => ({ ...spec, training: { ...spec.training, epochs: 3000 } }));

  it('rests while it is held and ends with the same figures', async () => {
    const { job, answered } = startJob();
    job.handle({ type: 'holdLanes' });
    job.handle({ type: 'trainLanes', ...chunk(1) });
    let isAnswered = false;
    const answer = answered(1).then((event) => {
      isAnswered = true;
      return event;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isAnswered).toBe(false);
    job.handle({ type: 'releaseLanes' });
    const event = await answer;
    const results = event.type === 'lanesTrained' ? event.results : [];
    expect(results.map(valuesOf)).toEqual((await train(specs)).map(valuesOf));
  });

  it('ends with the same figures where it rests half of the time', async () => {
    const { job, answered } = startJob();
    job.handle({ type: 'paceLanes', share: 0.5 });
    job.handle({ type: 'trainLanes', ...chunk(1) });
    const event = await answered(1);
    const results = event.type === 'lanesTrained' ? event.results : [];
    expect(results.map(valuesOf)).toEqual((await train(specs)).map(valuesOf));
  });

  it('drops what it has under way and what waits, and takes new orders', async () => {
    const { job, events, answered } = startJob();
    job.handle({ type: 'trainLanes', ...chunk(1, long) });
    job.handle({ type: 'trainLanes', ...chunk(2, long) });
    await vi.waitUntil(() => events.some(({ type }) => type === 'lanesProgressed'), {
      timeout: 20_000,
    });
    job.handle({ type: 'dropLanes' });
    job.handle({ type: 'trainLanes', ...chunk(3, specs.slice(0, 1)) });
    expect((await answered(3)).type).toBe('lanesTrained');
    expect(events.filter(({ chunkId, type }) => chunkId < 3 && type !== 'lanesProgressed')).toEqual(
      [],
    );
  });

  it('says why a chunk could not be trained, and trains the next one', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no connection')));
    const { job, answered } = startJob();
    // A set of its own, so that nothing of it was loaded before.
    const wine = specs.slice(0, 1).map((spec) => ({
      ...spec,
      data: { ...spec.data, dataset: 'wine' as const },
    }));
    job.handle({ type: 'trainLanes', ...chunk(1, wine) });
    const failed = await answered(1);
    expect(failed.type === 'lanesFailed' && failed.failure.kind).toBe('data');
    const circles = specs.slice(0, 1).map((spec) => ({
      ...spec,
      data: { ...spec.data, dataset: 'circles' as const, noise: 0.1 },
    }));
    job.handle({ type: 'trainLanes', ...chunk(2, circles) });
    expect((await answered(2)).type).toBe('lanesTrained');
  });
});
