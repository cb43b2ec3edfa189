/**
 * A GPU accepts work faster than it does it. So the loop waits for the GPU after every burst of steps, and keeps
 * bursts short, so that requests are heard and a lost device is noticed soon.
 */
import * as tf from '@tensorflow/tfjs';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { experimentWith } from '../../src/presets/preset.ts';
import type { Request, TrainerEvent } from '../../src/protocol/messages.ts';
import { createCpuBackend } from '../../src/trainer/kernels/cpu/cpu-backend.ts';
import { TrainingLoop } from '../../src/trainer/live-job/training-loop.ts';

const STEPS = 64;
const experiment = experimentWith({
  data: { dataset: 'circles', trainingExamples: 2 * STEPS, validationExamples: 10 },
  network: { hiddenLayers: [2] },
  training: { batchSize: 2, epochs: 1 },
  arms: [{ regularizers: {} }],
});

/** A device that needs so long for each step, and does none before it is waited for. */
function queueing(compute: ComputeBackend, stepMs: number) {
  const bursts: number[] = [];
  let queued = 0;
  const backend: ComputeBackend = {
    ...compute,
    prepare: (calls, laneCount) => {
      const program = compute.prepare(calls, laneCount);
      const trains = calls.some(({ kernel }) => kernel === 'updateParameters');
      return {
        run: (inputs) => {
          if (trains) queued += 1;
          program.run(inputs);
        },
        dispose: () => program.dispose(),
      };
    },
    settle: async () => {
      bursts.push(queued);
      const busyMs = queued * stepMs;
      queued = 0;
      await new Promise((resolve) => setTimeout(resolve, busyMs));
    },
  };
  return { backend, bursts };
}

async function train(stepMs: number): Promise<number[]> {
  await tf.setBackend('cpu');
  const cpu = tf.backend();
  if (!(cpu instanceof MathBackendCPU)) throw new Error('This test needs the CPU backend.');
  const { backend, bursts } = queueing(createCpuBackend(cpu), stepMs);
  await new Promise<void>((resolve, reject) => {
    const send = (request: Request) => loop.handle(request);
    const loop = new TrainingLoop({
      chooseBackend: () =>
        Promise.resolve({
          compute: backend,
          report: { name: 'cpu', reason: 'A test.', renderer: null, hardware: false },
        }),
      baseUrl: '/',
      breathe: () => new Promise((next) => setTimeout(next)),
      post: (event: TrainerEvent) => {
        if (event.type === 'frameCompleted') send({ type: 'takeFrame', runId: 1 });
        if (event.type === 'runFailed') reject(new Error(event.failure.message));
        if (event.type !== 'statusChanged') return;
        if (event.status === 'ready') send({ type: 'trainRun', runId: 1 });
        if (event.status === 'finished') resolve();
      },
    });
    send({ type: 'prepareRun', runId: 1, experiment, backend: 'auto', pace: null });
  });
  return bursts;
}

it('every step is waited for, and a slow device is given few at once', async () => {
  const bursts = await train(8);
  expect(bursts.reduce((sum, steps) => sum + steps, 0)).toBe(STEPS);
  // 8 ms each: four are sent at most while bursts still grow, of 20 ms or little more.
  expect(Math.max(...bursts)).toBeLessThanOrEqual(4);
});

it('a fast device is given many', async () => {
  const bursts = await train(0);
  expect(bursts.reduce((sum, steps) => sum + steps, 0)).toBe(STEPS);
  expect(Math.max(...bursts)).toBeGreaterThan(4);
});
