/**
 * tfjs' WASM memory may grow at any time: every view taken before then has length 0, and what is written to it is
 * lost silently. And where it cannot grow, tfjs gives the address 0.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DeviceLimitError } from '../../src/engine/step/device-limit-error.ts';
import type { ComputeBackend, FloatArray } from '../../src/engine/step/kernels.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import { openHeap } from '../../src/trainer/kernels/wasm/heap.ts';
import { startWasm } from '../kernels/wasm-in-node.ts';
import { examplesOf, lanePlan, runData } from '../lane-plan.ts';

let backend: BackendWasm;
let compute: ComputeBackend;
beforeAll(async () => {
  ({ backend, compute } = await startWasm());
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Emscripten's part of the module, which tfjs' types leave out. */
interface Allocator {
  _malloc(bytes: number): number;
  _free(address: number): void;
}
const allocator = () => backend.wasm as unknown as Allocator;

/** Makes the memory grow once, and gives back what that took. */
function grow(): void {
  const { memory } = openHeap(backend);
  const before = memory.buffer.byteLength;
  const hoard = [];
  while (memory.buffer.byteLength === before) hoard.push(backend.makeOutput([1 << 20], 'float32'));
  for (const { dataId } of hoard) backend.disposeData(dataId);
}

describe('growth of the memory', () => {
  it('detaches views: the trap is still there', () => {
    const { memory } = openHeap(backend);
    const view = new Float32Array(memory.buffer, 1024, 4);
    grow();
    expect(view).toHaveLength(0);
    view[0] = 1;
    expect(view[0]).toBeUndefined();
  });

  it('while a tensor is being filled is noticed', () => {
    const tensor = compute.allocate([1, 4]);
    const fill = (elements: FloatArray) => {
      grow();
      elements[0] = 7;
    };
    expect(() => compute.write(tensor, fill)).toThrow('grew while a tensor was being filled');
    compute.release(tensor);
  });

  it('between any two steps, measurements and checkpoints changes no figure', async () => {
    const x = Array.from({ length: 12 }, (_, i) => [i / 12, (i * 5) % 7]);
    const y = x.map(([a = 0, b = 0]) => a - b);
    const regularizers = { dropout: { rate: 0.3, inputRate: 0.2 } };
    const wish = { sizes: [2, 6, 1], data: runData(examplesOf(x, y)), regularizers };
    const plan = lanePlan({ ...wish, learningRate: 0.01, batchSize: 5, optimizer: 'adam' });
    const train = async (disturb: () => void) => {
      const run = new TrainingRun(compute, [plan]);
      const seen: unknown[] = [];
      for (let step = 0; step < 6; step++) {
        disturb();
        run.step();
        disturb();
        seen.push((await run.measure()).get(0));
      }
      disturb();
      seen.push((await run.takeCheckpoint()).lanes);
      run.dispose();
      return seen;
    };
    const undisturbed = await train(() => undefined);
    expect(await train(grow)).toEqual(undisturbed);
  });
});

describe('memory that is exhausted', () => {
  it('is told in time, and nothing at address 0 is overwritten', () => {
    const { memory } = openHeap(backend);
    const lowest = () => Uint8Array.from(new Uint8Array(memory.buffer, 0, 65_536));
    const before = lowest();
    const counted = backend.numDataIds();
    vi.spyOn(allocator(), '_malloc').mockReturnValue(0);
    expect(() => compute.allocate([4, 512, 8])).toThrow(DeviceLimitError);
    expect(() => compute.allocate([4, 512, 8])).toThrow('memory for WASM is exhausted (1 MB more');
    const after = lowest();
    // tfjs' own books lie there and count the attempts: some bytes, where zeros would have been thousands.
    const changed = before.filter((byte, i) => byte !== after[i]).length;
    expect(before.filter((byte) => byte !== 0).length).toBeGreaterThan(1000);
    expect(changed).toBeLessThan(32);
    expect(backend.numDataIds()).toBe(counted);
  });

  it('leaves nothing of a run that could not be made', () => {
    const plan = lanePlan({
      sizes: [2, 6, 1],
      data: runData(examplesOf([[1, 2]], [3])),
      learningRate: 0.01,
    });
    new TrainingRun(compute, [plan]).dispose();
    const needed = countBlocks(Infinity, () => new TrainingRun(compute, [plan]).dispose());
    expect(needed).toMatchObject({ left: 0 });
    for (let available = 0; available < needed.taken; available++) {
      const { left } = countBlocks(available, () => {
        expect(() => new TrainingRun(compute, [plan])).toThrow('exhausted');
      });
      expect(left, `with ${available} blocks`).toBe(0);
    }
  });

  /** Blocks of memory that an act takes, where so many are to be had, and those that it does not give back. */
  function countBlocks(available: number, act: () => void): { taken: number; left: number } {
    const wasm = allocator();
    const [malloc, free] = [wasm._malloc.bind(wasm), wasm._free.bind(wasm)];
    const open = new Set<number>();
    let taken = 0;
    vi.spyOn(wasm, '_malloc').mockImplementation((bytes) => {
      if (taken >= available) return 0;
      taken += 1;
      const address = malloc(bytes);
      open.add(address);
      return address;
    });
    vi.spyOn(wasm, '_free').mockImplementation((address) => {
      open.delete(address);
      free(address);
    });
    act();
    vi.restoreAllMocks();
    return { taken, left: open.size };
  }
});
