/**
 * The worker's side of webgl-traps.test.ts. A message is the name of a check; the answer is what it found.
 */
import * as tf from '@tensorflow/tfjs';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { ComputeBackend, FloatArray, Tensor } from '../../src/engine/step/kernels.ts';
import { createCpuBackend } from '../../src/trainer/kernels/cpu/cpu-backend.ts';
import { forEachLine, lineRanges } from '../../src/trainer/kernels/webgl/tensor-grid.ts';
import type { TensorTexture } from '../../src/trainer/kernels/webgl/tensor-texture.ts';
import { createWebglBackend } from '../../src/trainer/kernels/webgl/webgl-backend.ts';
import { webglDevice } from '../../src/trainer/kernels/webgl/webgl-device.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import { examplesOf, lanePlan, runData } from '../lane-plan.ts';
import { allCases } from '../kernels/agreement-cases.ts';
import { runCase } from '../kernels/agreement.ts';
import { CaseBuilder, setOneHot } from '../kernels/case-builder.ts';
import { replace } from './devices.ts';

tf.env().set('SOFTWARE_WEBGL_ENABLED', true);

async function webgl(): Promise<MathBackendWebGL> {
  await tf.setBackend('webgl');
  return tf.backend() as MathBackendWebGL;
}

/** Of all cases, one in so many. */
const CASES_APART = 9;
const GARBAGE = [NaN, 1e6, -Infinity, 7];

const CHECKS = {
  /**
   * With garbage in every new texture: tensors in which a case then differs, and tensors with anything but 0
   * in their padding.
   */
  async garbage() {
    const backend = await webgl();
    const compute = createWebglBackend(backend);
    const cases = [...allCases(3)].filter(
      ({ kernel }, i) => kernel === 'whole steps' || i % CASES_APART === 0,
    );
    const clean = [];
    for (const one of cases) clean.push(await runCase(one, compute));
    const unclean: string[] = [];
    let where = '';
    const watched: ComputeBackend = {
      ...compute,
      release: (tensor) => {
        const holdsWeights = /^(updateParameters|limitColumns)/.test(where);
        if (!hasCleanPadding(backend, tensor, holdsWeights))
          unclean.push(`${tensor.shape.join('x')}; ${where}`);
        compute.release(tensor);
      },
    };
    const restore = fillNewTextures();
    const differing: string[] = [];
    for (const [i, one] of cases.entries()) {
      where = `${one.kernel}, ${one.where}`;
      for (const [name, values] of await runCase(one, watched))
        if (!sameBits(values, clean[i]?.get(name))) differing.push(`${name}; ${where}`);
    }
    restore();
    return { cases: cases.length, differing, unclean };
  },

  /** Largest error of gradient and losses of a batch with more labels than an array of uniforms holds. */
  async 'many labels'() {
    const rows = 1024;
    const builder = new CaseBuilder(1, rows, 'many labels')
      .addBatch('output', [10], (u) => 6 * u)
      .addBatch('targets', [10], () => 0)
      .addBatch('gradient', [10])
      .addBatch('rowLoss', [])
      .compareAll('gradient', 'rowLoss');
    setOneHot(builder.contents('targets'), rows, 10);
    const one = builder.build('outputGradient', {}, (tensor) => [
      {
        ...{ kernel: 'outputGradient', task: 'classification' },
        ...{ output: tensor('output'), targets: tensor('targets') },
        ...{ gradient: tensor('gradient'), rowLoss: tensor('rowLoss') },
      },
    ]);
    const found = await runCase(one, createWebglBackend(await webgl()));
    await tf.setBackend('cpu');
    const reference = createCpuBackend(tf.backend() as MathBackendCPU, 'float64');
    const expected = await runCase(one, reference);
    return ['gradient', 'rowLoss'].map((name) =>
      largestDifference(found.get(name), expected.get(name)),
    );
  },

  /** Elements of a tensor that tfjs would lay out anew, and that do not come back as they were written. */
  async 'large layout'() {
    const compute = createWebglBackend(await webgl());
    const tensor = compute.allocate([21, 785, 512]);
    const valueOf = (i: number) => i % 16_777_213;
    compute.write(tensor, (elements) => {
      for (let i = 0; i < elements.length; i++) elements[i] = valueOf(i);
    });
    const values = await compute.read(tensor);
    compute.release(tensor);
    let wrong = 0;
    for (let i = 0; i < values.length; i++) if (values[i] !== valueOf(i)) wrong += 1;
    return { elements: values.length, wrong };
  },

  /** What a program says where there is no memory for its textures, and what then stays behind. */
  async 'out of memory'() {
    const backend = await webgl();
    const compute = createWebglBackend(backend);
    const books = () => ({ ...tf.memory(), dataIds: backend.numDataIds() });
    const before = books();
    const [weights, figures] = [compute.allocate([1, 5, 3]), compute.allocate([1, 4])];
    const restore = replace('getError', () => () => WebGL2RenderingContext.OUT_OF_MEMORY);
    const prepare = () => compute.prepare([{ kernel: 'reduceFigures', weights, figures }], 1);
    const message = messageOf(prepare);
    restore();
    prepare().dispose();
    for (const tensor of [weights, figures]) compute.release(tensor);
    return { message, before, after: books() };
  },
  /**
   * What a run says at the end of an epoch in which the device has met an error, and how often a sound one
   * is asked in two epochs.
   */
  async 'error in training'() {
    const run = new TrainingRun(createWebglBackend(await webgl()), [plainLane()]);
    const trainEpoch = async () => {
      do run.step();
      while (!run.atEpochEnd);
      await run.finishEpoch();
    };
    // The first one also prepares its measurement.
    await trainEpoch();
    let asked = 0;
    const restore = replace('getError', (original) => () => {
      asked += 1;
      return original();
    });
    await trainEpoch();
    await trainEpoch();
    restore();
    const sound = asked;
    const exhausted = replace('getError', () => () => WebGL2RenderingContext.OUT_OF_MEMORY);
    const outOfMemory = await rejectionOf(trainEpoch());
    exhausted();
    // One that the device really meets, in mid-epoch.
    run.step();
    webglDevice(await webgl()).gl.enable(WebGL2RenderingContext.TEXTURE_2D);
    const wrongCall = await rejectionOf(trainEpoch());
    run.dispose();
    return { asked: sound, outOfMemory, wrongCall };
  },
} as const;

/** Forty rows in batches of ten. */
function plainLane() {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => ((i * 37) % 11) / 11);
  const features = Array.from({ length: 40 }, (_, row) => numbers(40 + row).slice(-3));
  return lanePlan({
    ...{ sizes: [3, 5, 1], learningRate: 0.1, batchSize: 10 },
    data: runData(examplesOf(features, numbers(40))),
  });
}

function rejectionOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(() => 'nothing was thrown', String);
}

export type TrapName = keyof typeof CHECKS;

/** Every texture made from now on starts with garbage in place of zeros. Returns how to stop that. */
function fillNewTextures(): () => void {
  return replace('texStorage3D', (original) => {
    return function (this: WebGL2RenderingContext, target, levels, format, width, height, depth) {
      original(target, levels, format, width, height, depth);
      const texture = this.getParameter(this.TEXTURE_BINDING_2D_ARRAY) as WebGLTexture;
      const framebuffer = this.createFramebuffer();
      this.bindFramebuffer(this.DRAW_FRAMEBUFFER, framebuffer);
      const attachment = [this.DRAW_FRAMEBUFFER, this.COLOR_ATTACHMENT0] as const;
      this.disable(this.SCISSOR_TEST);
      for (let layer = 0; layer < depth; layer++) {
        this.framebufferTextureLayer(...attachment, texture, 0, layer);
        this.clearBufferfv(this.COLOR, 0, GARBAGE);
      }
      this.enable(this.SCISSOR_TEST);
      this.deleteFramebuffer(framebuffer);
    };
  });
}

/**
 * Zeros beyond the last column, and, of weights, beyond the last row. Rows beyond a batch may hold anything:
 * no kernel goes beyond the number of its rows.
 */
function hasCleanPadding(
  backend: MathBackendWebGL,
  tensor: Tensor,
  holdsWeights: boolean,
): boolean {
  const device = webglDevice(backend);
  const texture = device.texture(tensor);
  const { grid } = texture;
  const lineLength = grid.texelsPerLine * 4;
  let isClean = true;
  for (const range of lineRanges(grid, Infinity)) {
    const planes = Array.from({ length: grid.planes }, (_, plane) =>
      pixelsOf(device.gl, texture, plane),
    );
    forEachLine(grid, range, (packedOffset, elementIndex) => {
      if (elementIndex < 0 && !holdsWeights) return;
      const line = packedOffset / lineLength;
      const y = range.firstLine + (line % range.lineCount);
      const start = (y * grid.width + range.laneColumn * grid.texelsPerLine) * 4;
      const used = elementIndex < 0 ? 0 : grid.columns;
      const pixels = planes[Math.floor(line / range.lineCount)];
      const padding = pixels?.subarray(start + used, start + lineLength);
      if (padding?.every((value) => value === 0) !== true) isClean = false;
    });
  }
  return isClean;
}

function pixelsOf(
  gl: WebGL2RenderingContext,
  { grid: { width, height }, front }: TensorTexture,
  plane: number,
): Float32Array {
  const pixels = new Float32Array(width * height * 4);
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, framebuffer);
  const attachment = [gl.READ_FRAMEBUFFER, gl.COLOR_ATTACHMENT0] as const;
  gl.framebufferTextureLayer(...attachment, front, 0, plane);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, pixels);
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  gl.deleteFramebuffer(framebuffer);
  return pixels;
}

function sameBits(a: FloatArray, b: FloatArray | undefined): boolean {
  return a.length === b?.length && a.every((value, i) => Object.is(value, b[i]));
}

function largestDifference(a: FloatArray | undefined, b: FloatArray | undefined): number {
  if (!a || a.length !== b?.length) return Infinity;
  let worst = 0;
  a.forEach((value, i) => (worst = Math.max(worst, Math.abs(value - (b[i] ?? NaN)))));
  return worst;
}

function messageOf(attempt: () => unknown): string {
  try {
    attempt();
    return 'nothing was thrown';
  } catch (error) {
    return String(error);
  }
}

self.onmessage = ({ data }: MessageEvent<TrapName>) => {
  CHECKS[data]().then(
    (found) => self.postMessage({ found }),
    (error: unknown) => self.postMessage({ failure: String(error) }),
  );
};
