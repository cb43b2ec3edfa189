import { describe, expect, it, vi } from 'vitest';
import { DeviceLimitError } from '../../engine/step/device-limit-error.ts';
import type { TrainerEvent } from '../../protocol/messages.ts';
import { epochsOf, experiment, serveFromDisk, startPage } from './training-loop-fixture.ts';

serveFromDisk();

describe('a run that cannot be', () => {
  const failure = (events: TrainerEvent[]) => events.find((e) => e.type === 'runFailed')?.failure;

  it('is refused with the reason', async () => {
    const page = startPage();
    const data = { ...experiment.data, trainingExamples: 1500, validationExamples: 500 };
    page.send({
      type: 'prepareRun',
      runId: 1,
      experiment: { ...experiment, data },
      backend: 'auto',
      pace: null,
    });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)).toMatchObject({ kind: 'settings' });
    expect(failure(page.events)?.message).toContain('1,797');
  });

  it('ends with a sentence where the device runs out of memory on the way, after what was right', async () => {
    let epochs = 0;
    const page = startPage((backend) => ({
      ...backend,
      assertSound: () => {
        if (epochs === 2) throw new DeviceLimitError('the memory for graphics is exhausted');
      },
    }));
    await page.prepare(1);
    for (const step of [1, 2]) {
      epochs += 1;
      page.send({ type: 'stepEpoch', runId: 1 });
      if (step === 1) await page.status(1, 1, 'paused');
    }
    await page.until(() => page.events.some((e) => e.type === 'runFailed'));
    expect(page.events.find((e) => e.type === 'runFailed')?.failure).toEqual({
      kind: 'settings',
      message: expect.stringMatching(
        /^This experiment is too large for the device: the memory for graphics is exhausted\. Make/,
      ) as string,
    });
    expect(epochsOf(page.curve(1, 0))).toEqual([0, 1]);
    epochs = 0;
    await page.prepare(2);
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
  });

  it('is told of its own errors, not of one that a run replaced in mid-epoch has left', async () => {
    // As a context does: an error stays until it is asked for.
    let hasError = false;
    let failsToAllocate = false;
    const page = startPage((backend) => ({
      ...backend,
      allocate: (shape) => {
        hasError ||= failsToAllocate;
        return backend.allocate(shape);
      },
      assertSound: () => {
        const had = hasError;
        hasError = false;
        if (had) throw new DeviceLimitError('the memory for graphics is exhausted');
      },
      forgetErrors: () => {
        hasError = false;
      },
    }));
    await page.prepare(1);
    page.send({ type: 'stepBatch', runId: 1 });
    await page.status(1, 1, 'paused');
    hasError = true;
    await page.prepare(2);
    expect(failure(page.events)).toBeUndefined();
    failsToAllocate = true;
    page.send({ type: 'prepareRun', runId: 3, experiment, backend: 'auto', pace: null });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)?.message).toContain('the memory for graphics is exhausted');
  });

  it('tells when its data do not come, and works when asked again', async () => {
    const page = startPage();
    const working = globalThis.fetch;
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
    const mnist = { ...experiment.data, dataset: 'mnist' } as const;
    page.send({
      type: 'prepareRun',
      runId: 1,
      experiment: { ...experiment, data: mnist },
      backend: 'auto',
      pace: null,
    });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)).toEqual({
      kind: 'data',
      message: expect.stringMatching(
        /^MNIST could not be loaded\. data\/mnist\/\S+ was not found on the site \(404\)\.$/,
      ) as string,
    });
    vi.stubGlobal('fetch', working);
    await page.prepare(2, { data: mnist });
  });

  it('can be cancelled while it loads', async () => {
    const page = startPage();
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(new DOMException('Aborted', 'AbortError'));
          });
        }),
    );
    const data = { ...experiment.data, dataset: 'mnist', trainingExamples: 3000 } as const;
    page.send({
      type: 'prepareRun',
      runId: 1,
      experiment: { ...experiment, data },
      backend: 'auto',
      pace: null,
    });
    await page.until(() => page.events.some((e) => e.type === 'dataProgressed'));
    page.send({ type: 'cancelRun', runId: 1 });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)?.kind).toBe('cancelled');
  });

  it('can be cancelled before its turn, and while it compiles', async () => {
    const page = startPage();
    page.send({ type: 'prepareRun', runId: 1, experiment, backend: 'auto', pace: null });
    page.send({ type: 'cancelRun', runId: 1 });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)?.kind).toBe('cancelled');
    page.events.length = 0;
    page.send({ type: 'prepareRun', runId: 2, experiment, backend: 'auto', pace: null });
    await page.status(2, 1, 'compiling');
    page.send({ type: 'cancelRun', runId: 2 });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)?.kind).toBe('cancelled');
    await page.prepare(3);
  });
});
