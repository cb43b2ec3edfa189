/**
 * Runs oracle cases on one backend after the other, chosen as the training worker chooses them.
 * Each message is a case; the answer has a line for every backend.
 */
import * as tf from '@tensorflow/tfjs';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import { createCpuBackend } from '../../src/trainer/kernels/cpu/cpu-backend.ts';
import { runOracle } from './oracle.ts';
import type { OracleAnswer, OracleCase } from './oracle.ts';

declare const self: DedicatedWorkerGlobalScope;

const BACKENDS = ['cpu-f64', 'cpu-f32', 'wasm', 'webgl'] as const;

async function backendNamed(name: (typeof BACKENDS)[number]): Promise<ComputeBackend> {
  if (name === 'cpu-f64') {
    await tf.setBackend('cpu');
    const backend = tf.backend();
    if (!(backend instanceof MathBackendCPU)) throw new Error('tfjs has no CPU backend here');
    return createCpuBackend(backend, 'float64');
  }
  const wanted = name === 'cpu-f32' ? 'cpu' : name;
  const { compute, report } = await chooseBackend(wanted);
  if (report.name !== wanted) throw new Error(report.reason);
  return compute;
}

async function run(oracle: OracleCase): Promise<OracleAnswer> {
  const answer: OracleAnswer = [];
  for (const backend of BACKENDS)
    try {
      const result = await runOracle(await backendNamed(backend), oracle);
      answer.push({ backend, result, error: null });
    } catch (error) {
      answer.push({ backend, result: null, error: String(error) });
    }
  return answer;
}

self.onmessage = ({ data }: MessageEvent<OracleCase>) => {
  void run(data).then((answer) => {
    self.postMessage(answer);
  });
};
