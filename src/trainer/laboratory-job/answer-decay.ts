/**
 * Adam with L2 beside AdamW on two features of unequal scale, by the engine's own step, on its reference backend:
 * so small a network gains nothing from another.
 */
import { twoFeatureRows } from '../../closed-forms/two-features.ts';
import type { TwoWeights } from '../../closed-forms/two-weights.ts';
import type { LaneState } from '../../engine/lanes/lane-state.ts';
import type { LanePlan, RunData } from '../../engine/lanes/lanes.ts';
import { TrainingRun } from '../../engine/lanes/training-run.ts';
import type { ComputeBackend } from '../../engine/step/kernels.ts';
import { optimizerRule } from '../../engine/step/optimizer.ts';
import type { DecayPoint, DecaySettings } from '../../protocol/laboratory-messages.ts';
import type { RegularizerSettings } from '../../regularizers/registry.ts';
import { lanePenalty, laneSettings } from '../plan-lanes.ts';

const LEARNING_RATE = 0.003;
export const DECAY_STEPS = 3000;
/** Of batches. */
const SEED = 1;
/** The beginning of a path bends the most. */
const [EARLY_STEPS, EARLY_EVERY, EVERY] = [400, 10, 50];

export async function* answerDecay(
  { l2, weightDecay, batchSize }: DecaySettings,
  backend: ComputeBackend,
): AsyncGenerator<DecayPoint> {
  const data = runData();
  const plans = [{ l2: { lambda: l2 } }, { weightDecay: { lambda: weightDecay } }].map((one) =>
    planOf(one, data, batchSize),
  );
  const run = new TrainingRun(backend, plans);
  try {
    await startAtZero(run, backend);
    yield { step: 0, ...(await weightsOf(run)) };
    for (let step = 1; step <= DECAY_STEPS; step++) {
      run.step();
      if (run.atEpochEnd) await run.finishEpoch();
      if (step % (step <= EARLY_STEPS ? EARLY_EVERY : EVERY) === 0)
        yield { step, ...(await weightsOf(run)) };
    }
  } finally {
    run.dispose();
  }
}

function runData(): RunData {
  const { design, targets } = twoFeatureRows();
  const training = {
    ...{ count: design.length, features: Float32Array.from(design.flat()), featureScale: 1 },
    targets: Float32Array.from(targets),
  };
  const trueTargets = training.targets;
  return { training, trueTargets, wrongRows: new Int32Array(0), validation: training };
}

function planOf(regularizers: RegularizerSettings, data: RunData, batchSize: number): LanePlan {
  return {
    network: {
      ...{ sizes: [2, 1], activation: 'linear', task: 'regression', batchNorm: null },
      optimizer: optimizerRule('adam'),
    },
    ...{ batchSize, initialization: 'glorot', data, stop: null },
    identity: { seed: SEED, replicate: 0, fold: 0 },
    settings: laneSettings({ regularizers, training: { learningRate: LEARNING_RATE } }),
    penalty: lanePenalty({ regularizers }),
  };
}

/** In place of drawn weights: the same place in every drawing. */
async function startAtZero(run: TrainingRun, backend: ComputeBackend): Promise<void> {
  const checkpoint = await run.takeCheckpoint();
  const lanes = new Map(
    [...checkpoint.lanes].map(([lane, saved]) => [
      lane,
      { ...saved, state: saved.state.map(withoutWeights) },
    ]),
  );
  run.dispose();
  run.resume(backend, { ...checkpoint, lanes });
}

function withoutWeights(layer: LaneState[number]): LaneState[number] {
  const { weights } = layer;
  return { ...layer, weights: { ...weights, value: weights.value.map(() => 0) } };
}

async function weightsOf(run: TrainingRun): Promise<Omit<DecayPoint, 'step'>> {
  const insides = await run.lookInside(new Set([0, 1]));
  const weights = (lane: number): TwoWeights => {
    const [first = NaN, second = NaN] = insides.get(lane)?.state[0]?.weights.value ?? [];
    return [first, second];
  };
  return { l2: weights(0), weightDecay: weights(1) };
}
