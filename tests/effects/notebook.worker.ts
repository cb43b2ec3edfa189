/**
 * Trains an experiment on WASM through the page's own loop, and answers with all that the page is told of it.
 */
import type { Experiment } from '../../src/experiment/experiment.ts';
import type { Frame, PreparedRun, Request, TrainerEvent } from '../../src/protocol/messages.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import { TrainingLoop } from '../../src/trainer/live-job/training-loop.ts';

export interface ToldRun {
  readonly run: PreparedRun;
  readonly frames: readonly Frame[];
}

function train(experiment: Experiment): Promise<ToldRun> {
  const frames: Frame[] = [];
  let run: PreparedRun | null = null;
  return new Promise((resolve, reject) => {
    const send = (request: Request) => loop.handle(request);
    const loop = new TrainingLoop({
      chooseBackend,
      baseUrl: '/',
      breathe: () => new Promise((next) => setTimeout(next)),
      post: (event: TrainerEvent) => {
        if (event.type === 'runPrepared') run = event.run;
        if (event.type === 'frameCompleted') {
          frames.push(event.frame);
          send({ type: 'takeFrame', runId: 1 });
        }
        if (event.type === 'runFailed') reject(new Error(event.failure.message));
        if (event.type !== 'statusChanged') return;
        if (event.status === 'ready') send({ type: 'trainRun', runId: 1 });
        if (event.status === 'finished' && run) resolve({ run, frames });
      },
    });
    // As the page has them for its verdict.
    send({ type: 'watchViews', views: { open: [], kept: ['mistakes', 'weights'] } });
    send({ type: 'prepareRun', runId: 1, experiment, backend: 'wasm', pace: null });
  });
}

self.onmessage = ({ data }: MessageEvent<Experiment>) => {
  train(data).then(
    (told) => self.postMessage(told),
    (error: unknown) => self.postMessage({ failure: String(error) }),
  );
};
