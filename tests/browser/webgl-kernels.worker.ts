/**
 * The worker's side of webgl-kernels.test.ts: WebGL in a worker of a real browser. A message is the name
 * of a check; the answer is what the check found, for the test to judge.
 */
import * as tf from '@tensorflow/tfjs';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type {
  ComputeBackend,
  FloatArray,
  KernelCall,
  Tensor,
} from '../../src/engine/step/kernels.ts';
import { optimizerRule } from '../../src/engine/step/optimizer.ts';
import { neutralSlots, SLOT_COUNT } from '../../src/engine/step/slots.ts';
import { createCpuBackend } from '../../src/trainer/kernels/cpu/cpu-backend.ts';
import { probeWebgl } from '../../src/trainer/kernels/webgl/probe-webgl.ts';
import { isSoftwareRenderer, rendererName } from '../../src/trainer/kernels/webgl/renderer-name.ts';
import { createWebglBackend } from '../../src/trainer/kernels/webgl/webgl-backend.ts';
import { allCases } from '../kernels/agreement-cases.ts';
import { checkAgreement, runCase } from '../kernels/agreement.ts';
import type { AgreementCase } from '../kernels/agreement.ts';

tf.env().set('SOFTWARE_WEBGL_ENABLED', true);

async function webgl(): Promise<MathBackendWebGL> {
  await tf.setBackend('webgl');
  return tf.backend() as MathBackendWebGL;
}

async function reference(): Promise<ComputeBackend> {
  await tf.setBackend('cpu');
  return createCpuBackend(tf.backend() as MathBackendCPU, 'float64');
}

/** The device as an old one: four render targets, textures so small that lanes need further columns. */
const OLD_DEVICE = { limits: { maxTargets: 4, maxTextureSize: 512 } } as const;

const CHECKS = {
  async probe() {
    const backend = await webgl();
    const renderer = rendererName(backend.getGPGPUContext().gl);
    const verdict = await probeWebgl(backend);
    return { verdict, renderer, isSoftware: isSoftwareRenderer(renderer) };
  },

  async agreement() {
    const candidate = createWebglBackend(await webgl());
    return checkAgreement(await reference(), candidate, { laneCounts: [3] });
  },

  async 'agreement on an old device'() {
    const candidate = createWebglBackend(await webgl(), OLD_DEVICE);
    return checkAgreement(await reference(), candidate, { laneCounts: [3] });
  },

  /** Names of tensors of which a lane alone and the same lane among others differ in any bit. */
  async 'lane independence'() {
    const compute = createWebglBackend(await webgl());
    const differing: string[] = [];
    for (const testCase of allCases(3)) {
      if (testCase.kernel.endsWith('not finite')) continue;
      const together = await runCase(testCase, compute);
      for (const [name, alone] of await runCase(firstLane(testCase), compute)) {
        if (!sameBits(alone, together.get(name)?.slice(0, alone.length)))
          differing.push(`${name}; ${testCase.where}`);
      }
    }
    return differing;
  },

  /** The same, where the textures are so small that the lanes lie in several columns. */
  async 'lanes in columns'() {
    const backend = await webgl();
    const wide = createWebglBackend(backend);
    const narrow = createWebglBackend(backend, { limits: { maxTextureSize: 24 } });
    const differing: string[] = [];
    for (const testCase of allCases(3)) {
      if (!testCase.where.includes('65-40-10')) continue;
      const expected = await runCase(testCase, wide);
      for (const [name, values] of await runCase(testCase, narrow)) {
        if (!sameBits(values, expected.get(name))) differing.push(`${name}; ${testCase.where}`);
      }
    }
    return differing;
  },

  /** Names of tensors that differ in any bit where the inputs, the same numbers, are kept as bytes. */
  async 'inputs as bytes'() {
    const backend = await webgl();
    const differing: string[] = [];
    for (const options of [{}, OLD_DEVICE]) {
      const compute = createWebglBackend(backend, options);
      for (const testCase of allCases(3)) {
        if (!['denseForward', 'updateParameters'].includes(testCase.kernel)) continue;
        // Optimisers and activations come after the product of the inputs.
        if (!/relu|adam/.test(testCase.where)) continue;
        const expected = await runCase(withPixels(testCase, undefined), compute);
        for (const [name, values] of await runCase(withPixels(testCase, PIXEL_SCALE), compute)) {
          if (!sameBits(values, expected.get(name))) differing.push(`${name}; ${testCase.where}`);
        }
      }
    }
    return differing;
  },

  async memory() {
    const backend = await webgl();
    const compute = createWebglBackend(backend);
    const books = () => ({ ...tf.memory(), dataIds: backend.numDataIds() });
    const before = books();
    const network = makeNetwork(compute, 2);
    const program = compute.prepare(network.calls, 2);
    program.run(stepInputs(2));
    const during = books();
    for (let i = 0; i < 50; i++) program.run(stepInputs(2));
    await compute.settle();
    const later = books();
    program.dispose();
    network.tensors.forEach((tensor) => compute.release(tensor));
    return { before, during, later, after: books() };
  },

  /** Draws a step for one, two and four lanes. */
  async draws() {
    const compute = createWebglBackend(await webgl());
    return [1, 2, 4].map((laneCount) => {
      const network = makeNetwork(compute, laneCount);
      const program = compute.prepare(network.calls, laneCount);
      const before = compute.drawCount;
      program.run(stepInputs(laneCount));
      const draws = compute.drawCount - before;
      program.dispose();
      network.tensors.forEach((tensor) => compute.release(tensor));
      return draws;
    });
  },

  /** tfjs' own operations between steps, and what they say of our tensors. */
  async 'tfjs beside'() {
    const backend = await webgl();
    const compute = createWebglBackend(backend);
    const network = makeNetwork(compute, 1);
    const program = compute.prepare(network.calls, 1);
    const product = async () => {
      const [a, b] = [tf.range(0, 6).reshape([2, 3]), tf.range(0, 12).reshape([3, 4])];
      const result = tf.matMul(a, b).relu().add(1);
      const values = Array.from(await result.data());
      tf.dispose([a, b, result]);
      return values;
    };
    const products = [await product()];
    for (let i = 0; i < 2; i++) {
      program.run(stepInputs(1));
      products.push(await product());
    }
    const glError = backend.getGPGPUContext().gl.getError();
    const [first] = network.tensors;
    const misuse = first ? messageOf(() => backend.readSync(first.dataId)) : '';
    program.dispose();
    network.tensors.forEach((tensor) => compute.release(tensor));
    return { products, glError, misuse };
  },

  async 'too large'() {
    const compute = createWebglBackend(await webgl());
    return [[1, 40_000_000, 4], [1, 4_000_000], [3]].map((shape) =>
      messageOf(() => compute.allocate(shape)),
    );
  },

  /** Last: the context is lost in the middle of a run, and made again. */
  async 'lost context'() {
    const backend = await webgl();
    const compute = createWebglBackend(backend);
    const tensor = compute.allocate([1, 4]);
    const pending = compute.read(tensor).then(() => 'values', String);
    backend.getGPGPUContext().gl.getExtension('WEBGL_lose_context')?.loseContext();
    const outcomes = [
      await pending,
      await compute.read(tensor).then(() => 'values', String),
      await compute.settle().then(() => 'settled', String),
    ];
    tf.removeBackend('webgl');
    tf.registerBackend('webgl', () => new MathBackendWebGL());
    const verdict = await probeWebgl(await webgl());
    return { outcomes, verdict };
  },
} as const;

export type CheckName = keyof typeof CHECKS;

/** 12-8-3 with dropout and Adam: a step like the notebook's, smaller. */
function makeNetwork(compute: ComputeBackend, laneCount: number) {
  const tensors: Tensor[] = [];
  const tensor = (...shape: number[]) => {
    const made = compute.allocate([laneCount, ...shape]);
    tensors.push(made);
    return made;
  };
  const parameter = (...shape: number[]) => ({
    value: tensor(...shape),
    first: tensor(...shape),
    second: tensor(...shape),
  });
  const [x, y, hidden, output] = [tensor(5, 12), tensor(5, 3), tensor(5, 8), tensor(5, 3)];
  const [dOutput, dHidden, rowLoss] = [tensor(5, 3), tensor(5, 8), tensor(5)];
  const [w1, b1, w2, b2] = [parameter(12, 8), parameter(8), parameter(8, 3), parameter(3)];
  const dropout = { maskIndex: 0, given: null };
  const optimizer = optimizerRule('adam');
  const calls: KernelCall[] = [
    {
      ...{ kernel: 'denseForward', activation: 'relu', dropout },
      ...{ input: x, weights: w1.value, bias: b1.value, output: hidden },
    },
    {
      ...{ kernel: 'denseForward', activation: 'linear', dropout: null },
      ...{ input: hidden, weights: w2.value, bias: b2.value, output },
    },
    {
      ...{ kernel: 'outputGradient', task: 'classification' },
      ...{ output, targets: y, gradient: dOutput, rowLoss },
    },
    {
      ...{ kernel: 'denseBackward', inputActivation: 'relu', inputDropout: dropout },
      ...{ outputGradient: dOutput, weights: w2.value, input: hidden, inputGradient: dHidden },
    },
    {
      ...{ kernel: 'updateParameters', optimizer },
      ...{ input: hidden, outputGradient: dOutput, weights: w2, bias: b2 },
    },
    {
      ...{ kernel: 'updateParameters', optimizer },
      ...{ input: x, outputGradient: dHidden, weights: w1, bias: b1 },
    },
  ];
  return { calls, tensors };
}

function stepInputs(laneCount: number) {
  const slots = new Float64Array(laneCount * SLOT_COUNT);
  for (let lane = 0; lane < laneCount; lane++) slots.set(neutralSlots(), lane * SLOT_COUNT);
  return { rows: 5, slots, maskKeys: new Uint32Array(laneCount) };
}

const PIXEL_SCALE = Math.fround(1 / 255);

/** The same case with whole numbers times the scale as its input. */
function withPixels(testCase: AgreementCase, byteScale: number | undefined): AgreementCase {
  const { shape, values } = testCase.tensors.get('input') ?? { shape: [], values: [] };
  const pixels = Float32Array.from(
    values,
    (value) => Math.min(255, Math.round(255 * Math.abs(value))) * PIXEL_SCALE,
  );
  const input = { shape, values: pixels, ...(byteScale === undefined ? {} : { byteScale }) };
  return { ...testCase, tensors: new Map([...testCase.tensors, ['input', input]]) };
}

/** The same case with its first lane alone. */
function firstLane(testCase: AgreementCase): AgreementCase {
  const tensors = new Map(
    [...testCase.tensors].map(([name, { shape, values }]) => {
      const size = values.length / (shape[0] ?? 1);
      return [name, { shape: [1, ...shape.slice(1)], values: values.slice(0, size) }] as const;
    }),
  );
  const runs = testCase.runs.map(({ rows, slots, maskKeys }) => ({
    ...{ rows, slots: slots.slice(0, 1) },
    maskKeys: maskKeys.slice(0, maskKeys.length / slots.length),
  }));
  return { ...testCase, laneCount: 1, tensors, runs };
}

function sameBits(a: FloatArray, b: FloatArray | undefined): boolean {
  return a.length === b?.length && a.every((value, i) => Object.is(value, b[i]));
}

function messageOf(attempt: () => unknown): string {
  try {
    attempt();
    return 'nothing was thrown';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

self.onmessage = ({ data }: MessageEvent<CheckName>) => {
  CHECKS[data]().then(
    (found) => self.postMessage({ found }),
    (error: unknown) => self.postMessage({ failure: error instanceof Error ? error.stack : error }),
  );
};
