/** Nothing grows over 10,000 steps, on any backend, and a run leaves nothing behind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkerPage } from '../../tools/worker-page.ts';
import type { WorkerPage } from '../../tools/worker-page.ts';
import type { GrowthAnswer } from './growth.worker.ts';

let worker: WorkerPage;
beforeAll(async () => {
  worker = await openWorkerPage('tests/browser/growth.worker.ts', { built: true });
});
afterAll(() => worker.close());

describe.each(['cpu', 'wasm', 'webgl'] as const)('on %s', (backend) => {
  let answer: GrowthAnswer;
  beforeAll(async () => {
    answer = (await worker.call(backend)) as GrowthAnswer;
  });

  it('10,000 steps were trained, measured and changed on the way', () => {
    expect(answer).toMatchObject({ backend, steps: 10_000 });
    expect(answer.during).toHaveLength(5);
  });

  it('no counter is larger at their end than near their beginning', () => {
    const [first, ...later] = answer.during;
    expect(first?.['ownTensors']).toBeGreaterThan(20);
    for (const counters of later) expect(counters).toEqual(first);
  });

  it('every counter is afterwards what it was before', () => {
    // Compiled shaders are kept for the next run: they are few, and cost seconds.
    const { Program: _, Shader: __, ...before } = answer.before;
    const { Program: ___, Shader: ____, ...after } = answer.after;
    expect(after).toEqual(before);
  });
});
