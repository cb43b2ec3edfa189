/** For tests: lanes with made-up curves, and what is written about them. */
import { LaneHistory } from '../../client/run-history.ts';
import { wrongLabels } from '../../presets/wrong-labels.ts';
import type { ArmId } from '../../experiment/experiment.ts';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../figures/figures.ts';
import type { FigureName } from '../../figures/figures.ts';
import type { Lane } from '../../protocol/messages.ts';
import { gatherEvidence } from './evidence.ts';
import type { VerdictMaterial } from './verdict-material.ts';
import { writeVerdict } from './verdict.ts';

export type Curves = Partial<Record<FigureName, (epoch: number) => number>>;

const FACTS: Omit<Lane, 'armId'> = {
  ...{ replicate: 0, fold: 0, parameterCount: 19210, stepsPerEpoch: 13 },
  ...{ trainingRows: 400, trainingSampleRows: 400, simplestAnswer: 0.12 },
  ...{ wrongLabels: 120, wrongLabelsWatched: 120, mislabelled: [] },
};

/** A lane of 50 epochs with made-up curves. */
export function lane(
  armId: ArmId,
  curves: Curves,
  epochs = 50,
  facts: Partial<Lane> = {},
): LaneHistory {
  const history = new LaneHistory({ ...FACTS, armId, ...facts });
  const rows = new Float64Array((epochs + 1) * FIGURE_COUNT).fill(NaN);
  const all: Curves = { lostSinceBest: lostOf(curves), ...curves };
  for (let epoch = 0; epoch <= epochs; epoch++) {
    for (const [name, curve] of Object.entries({ epoch: (e: number) => e, ...all }))
      rows[epoch * FIGURE_COUNT + FIGURE_INDEX[name as FigureName]] = curve(epoch);
  }
  history.append({
    lane: 0,
    rows,
    current: null,
    mislabelledAnswers: new Int32Array(0),
    allTrainingRows: null,
    end: null,
    restoredEpoch: null,
    pictures: [],
  });
  return history;
}

/** Nothing but what the accuracy of 500 rows has lost on balance. */
const lostOf =
  ({ validationAccuracy: accuracy }: Curves) =>
  (epoch: number) => {
    if (!accuracy) return NaN;
    const best = Math.max(...Array.from({ length: epoch + 1 }, (_, e) => accuracy(e)));
    return Math.round((best - accuracy(epoch)) * 500);
  };

/** Labels are true. */
export const NONE_WRONG: Partial<Lane> = { wrongLabels: 0, wrongLabelsWatched: 0 };

/** One repeat for each of the values that a figure holds from its first epoch on. */
export function repeats(
  armId: ArmId,
  figure: FigureName,
  values: readonly number[],
  curves: Curves = {},
  facts: Partial<Lane> = NONE_WRONG,
): LaneHistory[] {
  return values.map((value, replicate) =>
    lane(armId, { ...curves, [figure]: reaching(value) }, 50, { ...facts, replicate }),
  );
}

/** At its value after the first epoch: neither rises nor falls any more. */
export const reaching = (value: number) => (epoch: number) => (epoch === 0 ? 0.1 : value);

export const towards = (from: number, to: number) => (epoch: number) =>
  from + ((to - from) * epoch) / 50;

export function diverge(history: LaneHistory, epoch = 2): LaneHistory {
  history.end = { kind: 'diverged', epoch, message: '' };
  return history;
}

export function materialOf(
  lanes: readonly LaneHistory[],
  changes: Partial<VerdictMaterial> = {},
): VerdictMaterial {
  const { experiment } = wrongLabels;
  const replicates = Math.max(1, ...lanes.map(({ lane: { replicate } }) => replicate + 1));
  return {
    experiment: { ...experiment, training: { ...experiment.training, replicates } },
    dataset: { task: 'classification', featureCount: 64, outputs: 10 },
    validationRows: 500,
    liveChanges: [],
    runPhase: 'over',
    noun: 'images',
    classNoun: 'digit',
    lanes,
    ...changes,
  };
}

/** Its statements, each as it is read. */
export function verdict(
  lanes: readonly LaneHistory[],
  changes: Partial<VerdictMaterial> = {},
): string[] {
  const statements = writeVerdict(gatherEvidence(materialOf(lanes, changes)));
  // Spaces that do not break are written as others are.
  return statements.map(({ lead, text }) =>
    `${lead} ${text}`.trim().replaceAll(/[\u202f\u00a0]/g, ' '),
  );
}

export const REGRESSION: Partial<VerdictMaterial> = {
  dataset: { task: 'regression', featureCount: 1, outputs: 1 },
  noun: 'examples',
  classNoun: 'value',
};

/** Falls to `low` at epoch 17, then rises to `end`. */
export const valley = (low: number, end: number) => (epoch: number) =>
  epoch <= 17 ? 2.3 + ((low - 2.3) * epoch) / 17 : low + ((end - low) * (epoch - 17)) / 33;

export const falling: Curves = {
  validationAccuracy: (e) => (e < 10 ? 0.1 + 0.078 * e : 0.88 - 0.0029 * (e - 10)),
  validationLoss: valley(0.63, 0.86),
  trainingAccuracy: towards(0.1, 0.98),
  trainingLoss: towards(2.3, 0.14),
  wrongLabelsBelieved: towards(12, 114),
  wrongLabelsSeenThrough: towards(12, 3),
};

export const steady: Curves = {
  validationAccuracy: towards(0.1, 0.92),
  validationLoss: towards(2.3, 0.6),
  trainingAccuracy: towards(0.1, 0.74),
  trueLabelAccuracy: towards(0.1, 0.93),
  trainingLoss: towards(2.3, 0.87),
  wrongLabelsBelieved: towards(12, 19),
  wrongLabelsSeenThrough: towards(12, 95),
};
