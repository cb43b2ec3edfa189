/** What the cases of the verdict’s rules have in common. */
import { experimentWith } from '../../../presets/preset.ts';
import { stageWith } from '../../../presets/stage.ts';
import type { ArmId, Experiment } from '../../../experiment/experiment.ts';
import type { RegularizerSettings } from '../../../regularizers/registry.ts';
import type { RedundancyView } from '../../../protocol/views.ts';
import { lane, NONE_WRONG, reaching, towards } from '../verdict-fixture.ts';
import type { Curves } from '../verdict-fixture.ts';
import type { VerdictMaterial } from '../verdict-material.ts';

export interface RuleCase {
  readonly rule: string;
  readonly when: string;
  readonly lanes: VerdictMaterial['lanes'];
  readonly changes?: Partial<VerdictMaterial>;
  /** That stands among what is said, and what must not be said with it. */
  readonly sentence: string;
  readonly never?: RegExp;
  /** It is said first. */
  readonly leads?: true;
}

export const L2 = { l2: { lambda: 0.01 } };
export const SIX: readonly RegularizerSettings[] = [
  {},
  L2,
  { weightDecay: { lambda: 1 } },
  { maxNorm: { limit: 1 } },
  { inputNoise: { deviation: 0.3 } },
  { l1: { lambda: 0.002, proximal: true } },
];

export function experimentOf(
  arms: readonly RegularizerSettings[],
  settings: Omit<Parameters<typeof stageWith>[0], 'arms'> = {},
): Pick<VerdictMaterial, 'experiment'> {
  return {
    experiment: stageWith({ arms: arms.map((regularizers) => ({ regularizers })), ...settings }),
  };
}

export const level = (id: ArmId, accuracy: number, curves: Curves = {}, facts = NONE_WRONG) =>
  lane(
    id,
    { trainingAccuracy: reaching(0.99), validationAccuracy: reaching(accuracy), ...curves },
    50,
    facts,
  );
/** Learns nothing beyond its simplest answer, which gives 12 %. */
export const stuck = (id: ArmId, accuracy = 0.1) =>
  level(id, accuracy, { trainingAccuracy: reaching(0.12) });
/** Its simplest answer has a loss of 1. */
export const SQUARES = { ...NONE_WRONG, simplestAnswer: 1 };
export const lossOf = (id: ArmId, loss: number) =>
  lane(id, { validationLoss: reaching(loss), trainingLoss: reaching(0.1) }, 50, SQUARES);
export const fitting = (id: ArmId, training: number, validation: number) =>
  lane(id, { validationLoss: reaching(validation), trainingLoss: reaching(training) }, 50, SQUARES);
const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const row = (accuracies: readonly number[]) =>
  accuracies.map((accuracy, index) => level(letters[index] ?? 'A', accuracy));

/** Climbs to `best` at epoch 10, then falls to `end`, losing so many of the 500 answers. */
export const fallOf = (best: number, end: number, lost: number): Curves => ({
  validationAccuracy: (e) => (e < 10 ? (best * e) / 10 : best - ((best - end) * (e - 10)) / 40),
  validationLoss: reaching(0.63),
  trainingAccuracy: reaching(0.98),
  trainingLoss: towards(2.3, 0.14),
  lostSinceBest: () => lost,
});
export const BINARY: Partial<VerdictMaterial> = {
  dataset: { task: 'classification', featureCount: 2, outputs: 2 },
  noun: 'points',
  classNoun: 'class',
};
export const believing = (id: ArmId, believed: number, seen: number, accuracy = 0.9) =>
  level(
    id,
    accuracy,
    { wrongLabelsBelieved: () => believed, wrongLabelsSeenThrough: () => seen },
    { wrongLabels: 120, wrongLabelsWatched: 120 },
  );
export const removed = (accuracies: readonly number[]): RedundancyView => ({
  rows: 500,
  draws: 5,
  points: accuracies.map((accuracy, index) => ({
    ...{ share: [0, 0.2, 0.5, 0.8][index] ?? 1, accuracy, lowest: accuracy, highest: accuracy },
  })),
});
export const grid = experimentWith({
  data: { dataset: 'diabetes', trainingExamples: 40, wrongLabelShare: 0 },
  network: { hiddenLayers: [] },
  training: {},
  arms: [{}, { trainingExamples: 240 }].flatMap((overrides) => [
    { regularizers: {}, overrides },
    { regularizers: { l2: { lambda: 0.3 } }, overrides },
  ]),
});
export const overSeeds = (experiment: Experiment, replicates: number): Experiment => ({
  ...experiment,
  training: { ...experiment.training, replicates },
});

export function stoppedAt(stopped: ReturnType<typeof lane>, restored: number) {
  stopped.end = { kind: 'stoppedEarly', epoch: stopped.length - 1, message: '' };
  stopped.restoredEpoch = restored;
  return stopped;
}
