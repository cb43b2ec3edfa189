/** What the WASM kernels may not do, because devices would differ or tfjs' memory would be overwritten. */
import { beforeAll, expect, it } from 'vitest';
import { disassembleKernels } from '../../tools/build-wasm-kernels.ts';

let lines: string[];
beforeAll(async () => {
  lines = (await disassembleKernels()).split('\n').map((line) => line.trim());
}, 60_000);

const linesWith = (pattern: RegExp) => lines.filter((line) => pattern.test(line));

it('uses no relaxed SIMD, no fused multiply-add and no threads: all devices get the same bits', () => {
  // It does use SIMD, so these would be seen.
  expect(linesWith(/^f32x4\.mul/).length).toBeGreaterThan(10);
  expect(linesWith(/relaxed|madd|\bfma\b/)).toEqual([]);
  expect(linesWith(/atomic|shared/)).toEqual([]);
});

it('works in tfjs’ memory, without data of its own in it, and never grows it', () => {
  expect(linesWith(/^\(import "env" "memory"/)).toHaveLength(1);
  expect(linesWith(/^\(data |memory\.init|memory\.grow/)).toEqual([]);
});
