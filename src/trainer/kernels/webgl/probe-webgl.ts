/**
 * Whether this device computes what the kernels need: single precision that survives a float target,
 * integers like TypeScript's, enough render targets, a right product. It may only veto; tfjs' own
 * `floatPrecision()` is wrong on half-precision devices.
 */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { elementBits, rowKey } from '../../../base/random.ts';
import type { Tensor } from '../../../engine/step/kernels.ts';
import { neutralSlots } from '../../../engine/step/slots.ts';
import { asClause } from '../../why-not.ts';
import { Draw, planesOf } from './draw.ts';
import { RANDOM_GLSL } from './random-glsl.ts';
import { createWebglBackend, type WebglBackend } from './webgl-backend.ts';
import { webglDevice } from './webgl-device.ts';

export type ProbeVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const TARGETS_NEEDED = 4;
const TIME_LIMIT_MS = 5_000;
const BEYOND_HALF = 1 + 1 / 1048576; // 1 + 2^-20

export async function probeWebgl(backend: MathBackendWebGL): Promise<ProbeVerdict> {
  try {
    const device = webglDevice(backend);
    const compute = createWebglBackend(backend, { timeLimitMs: TIME_LIMIT_MS });
    if (device.maxTargets < TARGETS_NEEDED) {
      return veto(`it has ${device.maxTargets} render targets, ${TARGETS_NEEDED} are needed`);
    }
    if (!(await keepsSinglePrecision(compute, backend))) {
      return veto('it computes in half precision');
    }
    if (!(await hashesAlike(compute, backend))) return veto('its integers differ');
    if (!(await multipliesRight(compute))) return veto('a small product came out wrong');
    return { ok: true };
  } catch (error) {
    return veto(asClause(error));
  }
}

function veto(reason: string): ProbeVerdict {
  return { ok: false, reason };
}

/** 1 + 2^-20 through a shader into a float target and back. */
async function keepsSinglePrecision(
  compute: WebglBackend,
  backend: MathBackendWebGL,
): Promise<boolean> {
  const body = 'void main() { result0 = inLane(source, sourceGrid, 0, 0) + vec4(0, 1, 2, 3); }';
  const values = await drawOnce(compute, backend, BEYOND_HALF, body);
  return [0, 1, 2, 3].every((i) => values[i] === Math.fround(BEYOND_HALF + i));
}

/** 24 bits of the hash for one key, against base/random.ts. */
async function hashesAlike(compute: WebglBackend, backend: MathBackendWebGL): Promise<boolean> {
  const body = `${RANDOM_GLSL}
    float bitsOf(int column) {
      return float(elementBits(rowKey(0xfedcba98u, 31), column) >> 8);
    }
    void main() { result0 = vec4(bitsOf(0), bitsOf(1), bitsOf(511), bitsOf(100000)); }`;
  const values = await drawOnce(compute, backend, 0, body);
  return [0, 1, 511, 100_000].every(
    (column, i) => values[i] === elementBits(rowKey(0xfedcba98, 31), column) >>> 8,
  );
}

/** One texel computed from `source`, filled with `value`. */
async function drawOnce(
  compute: WebglBackend,
  backend: MathBackendWebGL,
  value: number,
  body: string,
): Promise<ArrayLike<number>> {
  const device = webglDevice(backend);
  const [source, result] = [compute.allocate([1, 4]), compute.allocate([1, 4])];
  compute.write(source, (elements) => elements.fill(value));
  const draw = new Draw(device, {
    inputs: { source: device.texture(source) },
    targets: planesOf('result', device.texture(result)),
    body,
  });
  device.begin();
  draw.run();
  device.end();
  try {
    return await compute.read(result);
  } finally {
    draw.dispose();
    compute.release(source);
    compute.release(result);
  }
}

/** [5, 6]·[6, 7] of small integers, which is exact, through the kernel itself (four targets a draw). */
async function multipliesRight(compute: WebglBackend): Promise<boolean> {
  const filled = (shape: readonly number[], offset: number): Tensor => {
    const tensor = compute.allocate(shape);
    compute.write(tensor, (elements) => {
      for (let i = 0; i < elements.length; i++) elements[i] = ((i * 5) % 7) - offset;
    });
    return tensor;
  };
  const [input, weights, bias] = [filled([1, 5, 6], 3), filled([1, 6, 7], 2), filled([1, 7], 1)];
  const output = compute.allocate([1, 5, 7]);
  const call = {
    ...({ kernel: 'denseForward', activation: 'linear', dropout: null } as const),
    ...{ input, weights, bias, output },
  };
  const program = compute.prepare([call], 1);
  program.run({ rows: 5, slots: neutralSlots(), maskKeys: new Uint32Array(0) });
  try {
    const values = await compute.read(output);
    return values.every((value, i) => value === productElement(Math.floor(i / 7), i % 7));
  } finally {
    program.dispose();
    for (const tensor of [input, weights, bias, output]) compute.release(tensor);
  }
}

function productElement(row: number, column: number): number {
  const element = (index: number, offset: number) => ((index * 5) % 7) - offset;
  let sum = element(column, 1);
  for (let k = 0; k < 6; k++) sum += element(row * 6 + k, 3) * element(k * 7 + column, 2);
  return sum;
}
