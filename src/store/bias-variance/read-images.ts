/** The digits that networks are judged on, read in a worker: the page draws those that networks disagree about. */
import type { LanePool } from '../../client/lane-pool.ts';
import type { LaneSpec } from '../../experiment/lane-spec.ts';
import type { BackendChoice } from '../../protocol/messages.ts';

export interface ValidationImages {
  /** Of the rows. */
  readonly key: string;
  /** [row, pixel], 0 white to 1 full ink. */
  readonly pixels: Float32Array;
  /** [row] the class. */
  readonly labels: Float32Array;
}

interface Reading {
  readonly key: string;
  readonly backend: BackendChoice;
  readonly signal: AbortSignal;
}

/** Null: it was given up, or they could not be read. */
export function readImages(
  pool: Pick<LanePool, 'start'>,
  spec: LaneSpec,
  { key, backend, signal }: Reading,
): Promise<ValidationImages | null> {
  let images: ValidationImages | null = null;
  // Which rows they are does not depend on how long anything trains.
  const short = { ...spec, training: { ...spec.training, epochs: 1 } };
  const wishes = {
    ...{ curveEvery: null, best: null },
    ...{ validationOutputs: true, validationInputs: true },
  };
  return new Promise((resolve) => {
    const job = pool.start(
      { specs: [short], wishes, backend },
      {
        laneTrained: (_, { validationInputs, validationTargets }) => {
          if (!validationInputs || !validationTargets) return;
          const { features, featureScale } = validationInputs;
          const pixels = Float32Array.from(features, (value) => value * featureScale);
          images = { key, pixels, labels: validationTargets };
        },
        laneFailed: () => undefined,
        progressed: () => undefined,
        finished: () => resolve(images),
      },
    );
    signal.addEventListener('abort', () => {
      job.cancel();
      resolve(null);
    });
  });
}
