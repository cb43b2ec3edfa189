/** The promises of a fair comparison, on every backend that a page can train on, in a worker. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkerPage } from '../../tools/worker-page.ts';
import type { WorkerPage } from '../../tools/worker-page.ts';
import { ALL_PROPERTIES } from '../properties/all-properties.ts';

let worker: WorkerPage;
beforeAll(async () => {
  worker = await openWorkerPage('tests/properties/properties.worker.ts', { built: true });
});
afterAll(() => worker.close());

describe.each(['cpu', 'wasm', 'webgl'])('a run on %s', (backend) => {
  let results: Record<string, string | null>;
  beforeAll(async () => {
    results = (await worker.call(backend)) as Record<string, string | null>;
  });

  it.each(Object.keys(ALL_PROPERTIES))('%s', (property) => {
    expect(results[property]).toBeNull();
  });
});
