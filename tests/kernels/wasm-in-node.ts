/**
 * tfjs' WASM backend with our kernels, and the CPU reference, in Node: the files are read from the
 * disk.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { createCpuBackend } from '../../src/trainer/kernels/cpu/cpu-backend.ts';
import { createWasmBackend } from '../../src/trainer/kernels/wasm/wasm-backend.ts';

const KERNELS = new URL('../../src/trainer/kernels/wasm/kernels.wasm', import.meta.url);

export interface WasmInNode {
  readonly backend: BackendWasm;
  readonly compute: ComputeBackend;
  readonly kernels: WebAssembly.Module;
}

/** The single-threaded SIMD build, as in the page. Makes it tfjs' current backend. */
export async function startWasm(): Promise<WasmInNode> {
  const file = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(`${dirname(file)}/`);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
  const backend = tf.backend() as BackendWasm;
  const kernels = new WebAssembly.Module(readFileSync(KERNELS));
  return { backend, kernels, compute: createWasmBackend(backend, kernels) };
}

/** The reference in double precision. */
export function startReference(): ComputeBackend {
  return createCpuBackend(tf.findBackend('cpu') as MathBackendCPU, 'float64');
}
