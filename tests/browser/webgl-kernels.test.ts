/** The WebGL kernels in a worker of a real Chromium, on SwiftShader, against the CPU reference. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkerPage } from '../../tools/worker-page.ts';
import type { WorkerPage } from '../../tools/worker-page.ts';
import type { KernelAgreement } from '../kernels/agreement.ts';
import type { CheckName } from './webgl-kernels.worker.ts';

let worker: WorkerPage;
beforeAll(async () => {
  worker = await openWorkerPage('tests/browser/webgl-kernels.worker.ts', { built: true });
});
afterAll(() => worker.close());

/** What a check in the worker found. */
async function check<Found>(name: CheckName): Promise<Found> {
  const answer = (await worker.call(name)) as { found: Found } | { failure: unknown };
  if ('failure' in answer) throw new Error(String(answer.failure));
  return answer.found;
}

describe('the device', () => {
  it('passes its probe, and is recognised as software', async () => {
    const found = await check<{ verdict: unknown; renderer: string; isSoftware: boolean }>('probe');
    expect(found.verdict).toEqual({ ok: true });
    expect(found.renderer).toMatch(/swiftshader/i);
    expect(found.isSoftware).toBe(true);
  });

  it('says which size is too large, and what shape is none', async () => {
    const [rows, width, flat] = await check<string[]>('too large');
    expect(rows).toMatch(/40000000, 4\] needs a texture of 1 x 5000000 .* largest is \d+ x \d+/);
    expect(width).toMatch(/4000000\] needs a texture of 1000000 x 1 /);
    expect(flat).toMatch(/\[lane, n\] or \[lane, rows, columns\], not \[3\]/);
  });
});

describe('agreement with the CPU reference', () => {
  it('holds for every kernel and for whole steps, and what is not finite stays so', async () => {
    const found = await check<KernelAgreement[]>('agreement');
    expect(found.filter(isBeyond)).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(9);
  });

  it('holds with four render targets and small textures', async () => {
    const found = await check<KernelAgreement[]>('agreement on an old device');
    expect(found.filter(isBeyond)).toEqual([]);
  });
});

/** Sums of up to 785 products in single precision; five steps add up a little more. */
function isBeyond({ kernel, worstError }: KernelAgreement): boolean {
  return !(worstError <= (kernel === 'whole steps' ? 3e-5 : 1e-5));
}

describe('inputs that are kept as bytes', () => {
  it('give bit for bit what the same numbers give, also with four render targets', async () => {
    expect(await check<string[]>('inputs as bytes')).toEqual([]);
  });
});

describe('stacked lanes', () => {
  it('compute bit for bit what a lane computes alone', async () => {
    expect(await check<string[]>('lane independence')).toEqual([]);
  });

  it('compute the same where they lie in several columns of the texture', async () => {
    expect(await check<string[]>('lanes in columns')).toEqual([]);
  });

  it('cost no further draws', async () => {
    const [one = NaN, two, four] = await check<number[]>('draws');
    expect(one).toBeLessThanOrEqual(16);
    expect([two, four]).toEqual([one, one]);
  });
});

describe('beside tfjs', () => {
  it('counts its memory in tfjs’ books, grows nothing and frees all', async () => {
    const { before, during, later, after } = await check<Record<string, object>>('memory');
    expect(during).not.toEqual(before);
    expect(later).toEqual(during);
    expect(after).toEqual(before);
  });

  it('leaves the context as tfjs expects it, and its tensors are not taken for tfjs’ own', async () => {
    const { products, glError, misuse } = await check<{
      products: number[][];
      glError: number;
      misuse: string;
    }>('tfjs beside');
    const expected = [21, 24, 27, 30, 57, 69, 81, 93];
    expect(products).toEqual([expected, expected, expected]);
    expect(glError).toBe(0);
    expect(misuse).toMatch(/tensor of the training kernels/);
  });
});

describe('a lost context', () => {
  it('is told by every read, and a new backend works', async () => {
    const { outcomes, verdict } = await check<{ outcomes: string[]; verdict: unknown }>(
      'lost context',
    );
    for (const outcome of outcomes) expect(outcome).toMatch(/context was lost/);
    expect(verdict).toEqual({ ok: true });
  });
});
