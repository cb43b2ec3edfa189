import { afterEach, expect, it, vi } from 'vitest';
import { startReference } from '../../../tests/kernels/wasm-in-node.ts';
import type { LaboratoryEvent, LaboratoryRequest } from '../../protocol/laboratory-messages.ts';
import { LaboratoryJob } from './laboratory-job.ts';

afterEach(() => void vi.unstubAllGlobals());

function openJob(baseUrl = 'http://localhost/') {
  const events: LaboratoryEvent[] = [];
  const job = new LaboratoryJob({
    post: (event) => events.push(event),
    chooseBackend: () => Promise.resolve({ compute: startReference() }),
    baseUrl,
    breathe: () => new Promise((resolve) => setTimeout(resolve)),
  });
  const ask = (questionId: number, batchSize = 200): LaboratoryRequest => ({
    ...{ type: 'askLaboratory', questionId },
    question: { kind: 'decayPaths', settings: { l2: 0.1, weightDecay: 0.1, batchSize } },
  });
  const finished = (id: number) =>
    vi.waitFor(
      () => {
        if (!events.some((event) => event.type === 'laboratoryFinished' && event.questionId === id))
          throw new Error('not yet');
      },
      { timeout: 20_000 },
    );
  return { job, events, ask, finished };
}

it('answers part by part and says when there are no more', async () => {
  const { job, events, ask, finished } = openJob();
  job.handle(ask(1));
  await finished(1);
  expect(events.slice(0, -1).every(({ type }) => type === 'laboratoryAnswered')).toBe(true);
  expect(events.length).toBeGreaterThan(50);
});

it('leaves a question for the next one', async () => {
  const { job, events, ask, finished } = openJob();
  job.handle(ask(1));
  await vi.waitFor(() => expect(events.length).toBeGreaterThan(0));
  job.handle(ask(2));
  await finished(2);
  const ofFirst = events.filter(({ questionId }) => questionId === 1);
  expect(ofFirst.length).toBeGreaterThan(0);
  expect(ofFirst.every(({ type }) => type === 'laboratoryAnswered')).toBe(true);
  const lastOfFirst = events.findLastIndex(({ questionId }) => questionId === 1);
  expect(lastOfFirst).toBeLessThan(events.length / 2);
});

it('says why it cannot answer', async () => {
  // An address of its own: what other test files loaded from the usual one is kept in memory.
  const { job, events } = openJob('http://localhost/missing/');
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
  const settings = { trainingExamples: 300, wrongLabelShare: 0.2, lambda: 1e-4, seed: 1 };
  job.handle({
    ...{ type: 'askLaboratory', questionId: 7 },
    question: { kind: 'doubleDescent', settings },
  });
  await vi.waitFor(() => expect(events).toHaveLength(1), { timeout: 10_000 });
  expect(events[0]).toMatchObject({ type: 'laboratoryFailed', questionId: 7 });
});
