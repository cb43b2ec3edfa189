/**
 * Which backend trains, and why: the one place that decides. WebGL wherever it passes its probe and is clearly
 * faster than what there is besides, but for swarms of small networks; WASM for those, and where WebGL is
 * missing, slow, or fails; CPU last. The user's choice overrides, unless the device cannot do it at all.
 */
import { withCommas } from '../base/text/with-commas.ts';
import * as tf from '@tensorflow/tfjs';
import { BackendWasm, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { ComputeBackend } from '../engine/step/kernels.ts';
import type { BackendChoice, BackendName, BackendReport } from '../protocol/messages.ts';
import { timeProduct } from './kernels/time-product.ts';
import { createCpuBackend } from './kernels/cpu/cpu-backend.ts';
import kernelsUrl from './kernels/wasm/kernels.wasm?url';
import { createWasmBackend } from './kernels/wasm/wasm-backend.ts';
import { probeWebgl } from './kernels/webgl/probe-webgl.ts';
import { isSoftwareRenderer, rendererName } from './kernels/webgl/renderer-name.ts';
import { createWebglBackend } from './kernels/webgl/webgl-backend.ts';
import { isFasterOnWasm } from './swarm.ts';
import type { Swarm } from './swarm.ts';
import { asClause, whyNoWasm } from './why-not.ts';

export interface ChosenBackend {
  readonly compute: ComputeBackend;
  readonly report: BackendReport;
}

interface WebglFinding {
  readonly compute: ComputeBackend | null;
  readonly renderer: string | null;
  readonly hardware: boolean;
  /** Why it will not do; null if it will. */
  readonly objection: string | null;
}

// The threaded build needs isolation headers that not every host sends: every host runs the same code.
tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
// Whether a software renderer will do is decided below, by name and by choice, not by tfjs.
tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
// tfjs wants a path for each of its builds. Only the SIMD build will do for our kernels: without SIMD the
// start fails, and the CPU takes over.
setWasmPaths({
  'tfjs-backend-wasm.wasm': wasmUrl,
  'tfjs-backend-wasm-simd.wasm': wasmUrl,
  'tfjs-backend-wasm-threaded-simd.wasm': wasmUrl,
});

/**
 * So many times as fast at large products WebGL has to be: the many small draws of a training step cost more
 * than their products. Drawn in software by two cores a product took as long as on the CPU, and the opening
 * preset 1.6 times as long.
 */
const NEEDED_LEAD = 2;

/** tfjs' own. */
const WEBGL_PRIORITY = 2;

type TimeBackend = (compute: ComputeBackend) => Promise<number>;

const ready = new Map<BackendName, Promise<ComputeBackend>>();
/** In ms, of those that were measured. */
const speeds = new WeakMap<ComputeBackend, number>();
let webglFinding: Promise<WebglFinding> | null = null;

/**
 * Finds (once) and returns the backend for a choice; `swarm` is what trains, where it is no comparison, `time`
 * how a backend's speed is found, in ms.
 */
export async function chooseBackend(
  choice: BackendChoice,
  swarm: Swarm | null = null,
  time: TimeBackend = timeProduct,
): Promise<ChosenBackend> {
  await forgetLostWebgl();
  switch (choice) {
    case 'cpu':
      return chosen('cpu', await cpu(), 'You chose the CPU.', null);
    case 'wasm':
      return wasmOrCpu(
        'You chose WASM.',
        null,
        (why) => `You chose WASM, but it did not start: ${why}.`,
      );
    case 'webgl': {
      const webgl = await (webglFinding ??= lookAtWebgl());
      return webgl.compute
        ? chosenWebgl(webgl.compute, webgl, 'You chose WebGL.')
        : wasmOrCpu(
            `You chose WebGL, but ${webgl.objection ?? 'it does not work'}.`,
            webgl.renderer,
          );
    }
    case 'auto':
      return bestBackend(swarm, time);
  }
}

async function bestBackend(swarm: Swarm | null, time: TimeBackend): Promise<ChosenBackend> {
  const renderer = glanceAtWebgl();
  // Before WebGL: while tfjs is still starting one backend, it starts no other.
  const { compute: onWasm, whyNot } = await tryWasm();
  if (onWasm && renderer !== null) {
    // A probe in software takes seconds, and its verdict would change nothing.
    if (isSoftwareRenderer(renderer))
      return chosen('wasm', onWasm, 'WebGL runs in software here, and WASM is faster.', renderer);
    if (swarm && isFasterOnWasm(swarm)) return chosen('wasm', onWasm, swarmReason(swarm), renderer);
  }
  const webgl = await (webglFinding ??= lookAtWebgl());
  if (!webgl.compute)
    return wasmOrCpu(
      `WebGL is not used: ${webgl.objection ?? 'it does not work'}.`,
      webgl.renderer,
    );
  const other = onWasm ?? (await cpu());
  const slowness = await slownessOf(webgl.compute, other, time);
  const noWasm = onWasm ? '' : ` WASM did not start: ${whyNot}.`;
  if (slowness !== null)
    return chosen(other.name, other, `WebGL is not used: ${slowness}.${noWasm}`, webgl.renderer);
  const reason = webgl.hardware
    ? 'This device has a GPU.'
    : 'WebGL runs in software here, but is faster than the CPU.';
  return chosenWebgl(webgl.compute, webgl, reason + noWasm);
}

/** As the end of a sentence; null if WebGL is clearly the faster one. */
async function slownessOf(
  webgl: ComputeBackend,
  other: ComputeBackend,
  time: TimeBackend,
): Promise<string | null> {
  try {
    const [webglMs, otherMs] = [await speedOf(webgl, time), await speedOf(other, time)];
    if (webglMs * NEEDED_LEAD <= otherMs) return null;
    const otherName = other.name === 'wasm' ? 'WASM' : 'the CPU';
    return `it takes ${inMs(webglMs)} for products of matrices that ${otherName} does in ${inMs(otherMs)}`;
  } catch (error) {
    return asClause(error); // The device was lost meanwhile.
  }
}

/** Measured once, for a backend does not become faster. */
async function speedOf(compute: ComputeBackend, time: TimeBackend): Promise<number> {
  const known = speeds.get(compute);
  if (known !== undefined) return known;
  const ms = await time(compute);
  speeds.set(compute, ms);
  return ms;
}

const inMs = (ms: number) => `${Math.max(1, Math.round(ms))} ms`;

function swarmReason({ lanes }: Swarm): string {
  return `${withCommas(lanes)} small networks are trained at once: WASM is faster at that, although this device has a GPU.`;
}

function chosenWebgl(
  compute: ComputeBackend,
  { renderer, hardware }: WebglFinding,
  reason: string,
): ChosenBackend {
  return chosen('webgl', compute, reason, renderer, hardware);
}

function chosen(
  name: BackendName,
  compute: ComputeBackend,
  reason: string,
  renderer: string | null,
  hardware = false,
): ChosenBackend {
  return { compute, report: { name, reason, renderer, hardware } };
}

async function wasmOrCpu(
  reason: string,
  renderer: string | null,
  withoutIt = (why: string) => `${reason} WASM did not start either: ${why}.`,
): Promise<ChosenBackend> {
  const { compute, whyNot } = await tryWasm();
  return compute
    ? chosen('wasm', compute, reason, renderer)
    : chosen('cpu', await cpu(), withoutIt(whyNot), renderer);
}

type WasmFinding = { compute: ComputeBackend; whyNot: null } | { compute: null; whyNot: string };

async function tryWasm(): Promise<WasmFinding> {
  try {
    return { compute: await wasm(), whyNot: null };
  } catch (error) {
    return { compute: null, whyNot: whyNoWasm(error) };
  }
}

function once(name: BackendName, make: () => Promise<ComputeBackend>): Promise<ComputeBackend> {
  const known = ready.get(name);
  if (known) return known;
  const made = make();
  ready.set(name, made);
  made.catch(() => ready.delete(name));
  return made;
}

function cpu(): Promise<ComputeBackend> {
  return once('cpu', async () => {
    await tf.setBackend('cpu');
    const backend = tf.backend();
    if (!(backend instanceof MathBackendCPU)) throw new Error('the CPU backend is missing');
    return createCpuBackend(backend);
  });
}

function wasm(): Promise<ComputeBackend> {
  return once('wasm', async () => {
    const compiling = fetch(kernelsUrl).then(async (response) =>
      WebAssembly.compile(await response.arrayBuffer()),
    );
    // Both are waited for in any case: while tfjs is still starting one backend, it starts no other.
    await Promise.allSettled([compiling, tf.setBackend('wasm')]);
    const module = await compiling;
    const backend = tf.backend();
    if (!(backend instanceof BackendWasm)) throw new Error('the WASM backend is missing');
    return createWasmBackend(backend, module);
  });
}

async function lookAtWebgl(): Promise<WebglFinding> {
  const none = (objection: string, renderer: string | null = null): WebglFinding => ({
    compute: null,
    renderer,
    hardware: false,
    objection,
  });
  if (glanceAtWebgl() === null) return none('this browser offers no WebGL 2 here');
  try {
    if (!(await tf.setBackend('webgl'))) return none('WebGL did not start');
    const backend = tf.backend();
    if (!(backend instanceof MathBackendWebGL)) return none('WebGL did not start');
    const renderer = rendererName(backend.getGPGPUContext().gl);
    const probe = await probeWebgl(backend);
    if (!probe.ok) return none(probe.reason, renderer);
    const compute = createWebglBackend(backend);
    return { compute, renderer, hardware: !isSoftwareRenderer(renderer), objection: null };
  } catch (error) {
    return none(asClause(error));
  }
}

/** A lost context never comes back by itself: the next run gets a new backend on a new one. */
async function forgetLostWebgl(): Promise<void> {
  if (!(await webglFinding)?.compute) return;
  const backend = tf.findBackend('webgl');
  if (!(backend instanceof MathBackendWebGL) || !backend.gpgpu.gl.isContextLost()) return;
  webglFinding = null;
  tf.removeBackend('webgl');
  tf.registerBackend('webgl', () => new MathBackendWebGL(), WEBGL_PRIORITY);
}

/** The renderer's name from a context of its own, given back at once; null without WebGL 2. */
function glanceAtWebgl(): string | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return null;
  const name = rendererName(gl);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}
