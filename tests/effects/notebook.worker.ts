/**
 * Trains an experiment on WASM through the page's own loop, and answers with what its arms end with: the last
 * row of each curve, and the figures on all training rows that the page shows at the end.
 */
import type { Experiment } from '../../src/protocol/experiment.ts';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../src/protocol/figures.ts';
import type { Frame, Request, TrainerEvent } from '../../src/protocol/messages.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import { TrainingLoop } from '../../src/trainer/training-loop.ts';

export interface NotebookArm {
  readonly epoch: number;
  readonly validationAccuracy: number;
  readonly validationLoss: number;
  readonly trainingLoss: number;
  readonly trainingAccuracy: number;
}

function train(experiment: Experiment): Promise<NotebookArm[]> {
  const arms = experiment.arms.map((): Partial<NotebookArm> => ({}));
  return new Promise((resolve, reject) => {
    const send = (request: Request) => loop.handle(request);
    const loop = new TrainingLoop({
      chooseBackend,
      baseUrl: '/',
      breathe: () => new Promise((next) => setTimeout(next)),
      post: (event: TrainerEvent) => {
        if (event.type === 'frameCompleted') {
          takeFrame(event.frame, arms);
          send({ type: 'takeFrame', runId: 1 });
        }
        if (event.type === 'runFailed') reject(new Error(event.failure.message));
        if (event.type !== 'statusChanged') return;
        if (event.status === 'ready') send({ type: 'trainRun', runId: 1 });
        if (event.status === 'finished') resolve(arms as NotebookArm[]);
      },
    });
    send({ type: 'prepareRun', runId: 1, experiment, backend: 'wasm', pace: null });
  });
}

function takeFrame(frame: Frame, arms: Partial<NotebookArm>[]): void {
  for (const { lane, rows, allTrainingRows } of frame.lanes) {
    const figure = (name: keyof typeof FIGURE_INDEX) =>
      rows[rows.length - FIGURE_COUNT + FIGURE_INDEX[name]] ?? NaN;
    if (rows.length > 0)
      arms[lane] = {
        ...arms[lane],
        epoch: figure('epoch'),
        validationAccuracy: figure('validationAccuracy'),
        validationLoss: figure('validationLoss'),
      };
    if (allTrainingRows)
      arms[lane] = {
        ...arms[lane],
        trainingLoss: allTrainingRows.loss,
        trainingAccuracy: allTrainingRows.accuracy,
      };
  }
}

self.onmessage = ({ data }: MessageEvent<Experiment>) => {
  train(data).then(
    (arms) => self.postMessage(arms),
    (error: unknown) => self.postMessage({ failure: String(error) }),
  );
};
