/**
 * The WASM kernels against the CPU reference in double precision, and their hold on tfjs' memory.
 */
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { SLOT_COUNT } from '../../src/engine/step/slots.ts';
import { openHeap } from '../../src/trainer/kernels/wasm/heap.ts';
import { createWasmBackend } from '../../src/trainer/kernels/wasm/wasm-backend.ts';
import { compileKernels, KERNELS_FILE } from '../../tools/build-wasm-kernels.ts';
import { checkAgreement, runCase } from './agreement.ts';
import type { AgreementCase } from './agreement.ts';
import { startReference, startWasm } from './wasm-in-node.ts';
import { wholeStepCases } from './whole-step-cases.ts';

let backend: BackendWasm;
let kernels: WebAssembly.Module;
let compute: ComputeBackend;

beforeAll(async () => {
  ({ backend, kernels, compute } = await startWasm());
});

describe('agreement with the CPU reference', () => {
  it('holds for every kernel and for whole steps, and what is not finite stays so', async () => {
    const found = await checkAgreement(startReference(), compute, { laneCounts: [1, 3] });
    const beyond = found.filter(({ kernel, worstError }) => worstError > toleranceOf(kernel));
    expect(beyond).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(9);
  }, 120_000);

  it('is bit for bit the same for a lane alone and among others', async () => {
    for (const testCase of wholeStepCases(3)) {
      const together = await runCase(testCase, compute);
      const first = await runCase(laneZero(testCase), compute);
      for (const [name, values] of first)
        expect(together.get(name)?.slice(0, values.length), `${name}; ${testCase.where}`).toEqual(
          values,
        );
    }
  });
});

/**
 * Sums of up to 785 products in single precision; five steps add up a little more, and so does a step whose
 * size is a small gradient over its own root.
 */
function toleranceOf(kernel: string): number {
  return kernel === 'whole steps' || kernel.startsWith('updateParameters') ? 1e-5 : 3e-6;
}

/** The same case with its first lane alone. */
function laneZero(testCase: AgreementCase): AgreementCase {
  const tensors = new Map(
    [...testCase.tensors].map(([name, { shape, values }]) => {
      const size = values.length / (shape[0] ?? 1);
      return [name, { shape: [1, ...shape.slice(1)], values: values.slice(0, size) }] as const;
    }),
  );
  const runs = testCase.runs.map(({ rows, slots, maskKeys }) => ({
    rows,
    slots: slots.slice(0, 1),
    maskKeys: maskKeys.slice(0, maskKeys.length / testCase.laneCount),
  }));
  return { ...testCase, laneCount: 1, tensors, runs };
}

const heapBytes = () => openHeap(backend).memory.buffer.byteLength;

describe('memory', () => {
  it('growth of the heap between runs changes nothing', async () => {
    const testCase = wholeStepCases(1)[1];
    if (!testCase) throw new Error('There are whole steps.');
    const undisturbed = await runCase(testCase, compute);
    const before = heapBytes();
    const hoard: tf.TensorInfo[] = [];
    const disturbed = await runCase(testCase, growBetweenRuns(compute, hoard));
    expect(heapBytes()).toBeGreaterThan(before);
    for (const tensor of hoard) backend.disposeData(tensor.dataId);
    expect(disturbed).toEqual(undisturbed);
  });

  /** Takes memory until the heap has to grow: after every write and before every run and read. */
  function growBetweenRuns(inner: ComputeBackend, hoard: tf.TensorInfo[]): ComputeBackend {
    const grow = () => {
      const before = heapBytes();
      while (heapBytes() === before) hoard.push(backend.makeOutput([1 << 19], 'float32'));
    };
    return {
      ...inner,
      read: (tensor) => {
        grow();
        return inner.read(tensor);
      },
      prepare: (calls, laneCount) => {
        const program = inner.prepare(calls, laneCount);
        return {
          run: (inputs) => {
            grow();
            program.run(inputs);
          },
          dispose: () => program.dispose(),
        };
      },
    };
  }

  it('10,000 runs, and releasing everything, leave nothing behind', async () => {
    const testCase = wholeStepCases(1)[0];
    if (!testCase) throw new Error('There are whole steps.');
    await runCase(testCase, compute);
    const before = [backend.numDataIds(), heapBytes(), tf.memory().numTensors];
    const runs = Array.from({ length: 2000 }, () => testCase.runs).flat();
    await runCase({ ...testCase, runs }, compute);
    for (let i = 0; i < 200; i++) await runCase(testCase, compute);
    const after = [backend.numDataIds(), heapBytes(), tf.memory().numTensors];
    expect(after).toEqual(before);
  }, 60_000);

  it('a program refuses more rows than its tensors hold, and to run once it is disposed', () => {
    const [weights, bias] = [compute.allocate([1, 2, 3]), compute.allocate([1, 3])];
    const [input, output] = [compute.allocate([1, 4, 2]), compute.allocate([1, 5, 3])];
    const call = { kernel: 'denseForward', input, weights, bias, output } as const;
    const program = compute.prepare([{ ...call, activation: 'linear', dropout: null }], 1);
    const slots = new Float64Array(SLOT_COUNT);
    const maskKeys = new Uint32Array();
    expect(() => program.run({ rows: 5, slots, maskKeys })).toThrow('room for 4');
    expect(() => program.run({ rows: 4, slots: slots.subarray(1), maskKeys })).toThrow('Slots');
    program.dispose();
    expect(() => program.run({ rows: 4, slots, maskKeys })).toThrow('disposed');
    for (const tensor of [weights, bias, input, output]) compute.release(tensor);
  });

  it('says so when tfjs hides its memory', () => {
    const strange = { wasm: { HEAPU8: new Uint8Array() } } as unknown as BackendWasm;
    expect(() => createWasmBackend(strange, kernels)).toThrow('does not show its memory');
  });
});

describe('kernels.wasm', () => {
  it('is what the sources compile to', async () => {
    const committed = readFileSync(KERNELS_FILE);
    expect(Buffer.from(await compileKernels()).equals(committed)).toBe(true);
  }, 60_000);

  it('imports memory only, and has no data segment, start function or table', () => {
    expect(WebAssembly.Module.imports(kernels)).toEqual([
      { module: 'env', name: 'memory', kind: 'memory' },
    ]);
    const [table, start, element, data, dataCount] = [4, 8, 9, 11, 12];
    for (const section of [table, start, element, data, dataCount])
      expect(sectionIds(readFileSync(KERNELS_FILE))).not.toContain(section);
  });
});

/** The ids of a module's sections, in order (WebAssembly core specification, 5.5.2). */
function sectionIds(binary: Uint8Array): number[] {
  const ids: number[] = [];
  let at = 8;
  while (at < binary.length) {
    ids.push(binary[at] ?? 0);
    at += 1;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = binary[at] ?? 0;
      at += 1;
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += size;
  }
  return ids;
}

describe('tfjs registry', () => {
  it('has all eight kernels, and one can be run alone', async () => {
    const kernel = tf.getKernel('reduceFigures', 'wasm');
    const weights = compute.allocate([1, 2, 3]);
    const figures = compute.allocate([1, 4]);
    compute.write(weights, (elements) => elements.set([1, -2, 0, 0, 3, NaN]));
    const call = { kernel: 'reduceFigures', weights, figures };
    const step = { rows: 1, slots: new Float64Array(SLOT_COUNT), maskKeys: new Uint32Array() };
    const attrs = { call, step } as unknown as tf.NamedAttrMap;
    kernel.kernelFunc({ inputs: {}, attrs, backend });
    expect([...(await compute.read(figures))]).toEqual([NaN, NaN, 2, 1]);
    for (const tensor of [weights, figures]) compute.release(tensor);
    for (const name of ['denseForward', 'denseBackward', 'outputGradient', 'updateParameters'])
      expect(tf.getKernel(name, 'wasm')).toBeDefined();
    for (const name of ['batchNormForward', 'batchNormBackward', 'limitColumns'])
      expect(tf.getKernel(name, 'wasm')).toBeDefined();
  });
});
