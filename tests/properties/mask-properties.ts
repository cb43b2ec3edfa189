/**
 * Dropout masks on any backend: made of the same integers as in TypeScript, of the right rate, new in every
 * step and layer, and those of a smaller rate a subset. Each property throws when it does not hold.
 */
import { STREAM, elementBits, keepThreshold, makeKey, rowKey } from '../../src/base/random.ts';
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { SLOT_INDEX, neutralSlots } from '../../src/engine/step/slots.ts';

const LAYERS = 2;
const ROWS = 40;
const UNITS = 250;

/** Which of the units [row × unit] a mask keeps, as 0 and 1. */
type Mask = (layer: number, keep: number, key: number) => Promise<Uint8Array>;

/** Puts ones through a layer that does nothing but drop. */
async function withMasks(
  backend: ComputeBackend,
  rows: number,
  units: number,
  act: (mask: Mask) => Promise<void>,
): Promise<void> {
  const [input, weights] = [backend.allocate([1, rows, 1]), backend.allocate([1, 1, units])];
  const [bias, output] = [backend.allocate([1, units]), backend.allocate([1, rows, units])];
  backend.write(input, (elements) => elements.fill(1));
  backend.write(weights, (elements) => elements.fill(0));
  backend.write(bias, (elements) => elements.fill(1));
  const programs = Array.from({ length: LAYERS }, (_, maskIndex) => {
    const dropout = { maskIndex, given: null };
    const tensors = { input, weights, bias, output, dropout };
    return backend.prepare([{ kernel: 'denseForward', activation: 'linear', ...tensors }], 1);
  });
  try {
    await act(async (layer, keep, key) => {
      const slots = neutralSlots();
      slots[SLOT_INDEX.keepHidden] = keep;
      // Other layers' keys must not matter.
      const maskKeys = Uint32Array.from({ length: LAYERS }, (_, i) => (i === layer ? key : i + 99));
      programs[layer]?.run({ rows, slots, maskKeys });
      const values = (await backend.read(output)).subarray(0, rows * units);
      return Uint8Array.from(values, (value) => Number(value !== 0));
    });
  } finally {
    for (const program of programs) program.dispose();
    for (const tensor of [input, weights, bias, output]) backend.release(tensor);
  }
}

const keyOf = (step: number, layer: number) => makeKey(42, STREAM.hiddenDropout, 0, 0, step, layer);

function require(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function count(mask: Uint8Array): number {
  return mask.reduce((sum, kept) => sum + kept, 0);
}

/** The number of units that both masks keep. */
function overlap(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, kept, i) => sum + (kept & (b[i] ?? 0)), 0);
}

export const MASK_PROPERTIES: Readonly<Record<string, (backend: ComputeBackend) => Promise<void>>> =
  {
    'masks are those of the integers in TypeScript, unit by unit': (backend) =>
      withMasks(backend, ROWS, UNITS, async (mask) => {
        for (const [step, keep] of [0.1, 0.5, 0.8, 0.999].entries()) {
          const key = keyOf(step, 1);
          const found = await mask(1, keep, key);
          found.forEach((kept, i) => {
            const bits = elementBits(rowKey(key, Math.floor(i / UNITS)), i % UNITS) >>> 8;
            require(kept === Number(bits < keepThreshold(keep)), `Unit ${i} of step ${step}`);
          });
        }
      }),

    'all 24 bits of a unit’s integer count: it is kept from its own threshold on': (backend) =>
      withMasks(backend, 3, 5, async (mask) => {
        for (let step = 0; step < 12; step++) {
          const key = keyOf(step, 0);
          const place = (step * 7) % 15;
          const bits = elementBits(rowKey(key, Math.floor(place / 5)), place % 5) >>> 8;
          const [below, at] = [bits / 2 ** 24, (bits + 1) / 2 ** 24];
          require((await mask(0, below, key))[place] ===
            0, `Kept below its threshold: step ${step}`);
          require((await mask(0, at, key))[place] === 1, `Dropped at its threshold: step ${step}`);
        }
      }),

    'masks keep their share, anew in every step and layer, and more of it for a larger one': (
      backend,
    ) =>
      withMasks(backend, ROWS, UNITS, async (mask) => {
        const size = ROWS * UNITS;
        for (const keep of [0.2, 0.5, 0.9]) {
          const deviation = Math.sqrt(size * keep * (1 - keep));
          const first = await mask(0, keep, keyOf(0, 0));
          require(Math.abs(count(first) - size * keep) < 4 * deviation, `Share ${keep} is missed`);
          const others = [
            ['step', await mask(0, keep, keyOf(1, 0))],
            ['layer', await mask(1, keep, keyOf(0, 1))],
          ] as const;
          // Independent masks agree by chance alone: keep² of the units are in both.
          const spread = 4 * Math.sqrt(size * keep * keep * (1 - keep * keep));
          for (const [what, other] of others)
            require(Math.abs(overlap(first, other) - size * keep * keep) <
              spread, `The next ${what} has not a mask of its own at ${keep}`);
          const larger = await mask(0, keep + 0.05, keyOf(0, 0));
          require(overlap(first, larger) === count(first), `Not a subset at ${keep}`);
          require(count(larger) > count(first), `Nothing more is kept above ${keep}`);
        }
      }),
  };
