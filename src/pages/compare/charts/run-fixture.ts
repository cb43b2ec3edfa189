/**
 * Fixture for tests: runs with made-up curves in the shapes of the opening preset (A overfits and
 * falls, B with dropout holds, further arms in between), and odd ones (diverged, gaps, very long).
 */
import { elementBits, makeKey, STREAM, uniform24 } from '../../../base/random.ts';
import { RunHistory } from '../../../client/run-history.ts';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../../figures/figures.ts';
import type { FigureName } from '../../../figures/figures.ts';
import type { LaneEnd, LaneFrame } from '../../../protocol/messages.ts';
import { armStyle } from '../../../ui/arm-style.ts';
import type { LineOwner } from '../../../ui/chart/data/line-owner.ts';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

export function fixtureArms(count: number): readonly LineOwner[] {
  return LETTERS.slice(0, count).map((armId) => ({
    id: armId,
    label: armId,
    name: armId === 'A' ? 'A · Plain' : `${armId} · Dropout 0.5`,
    ...armStyle(armId),
  }));
}

interface Shape {
  readonly replicates?: number;
  /** Of each arm; the last holds for those after it. */
  readonly stepsPerEpoch?: readonly number[];
}

/** A run of so many arms that has not measured anything yet. */
export function emptyFixtureRun(
  arms: number,
  { replicates = 1, stepsPerEpoch = [13] }: Shape = {},
): RunHistory {
  const facts = {
    fold: 0,
    parameterCount: 19210,
    trainingRows: 400,
    trainingSampleRows: 400,
    simplestAnswer: 0.12,
    wrongLabels: 120,
    wrongLabelsWatched: 120,
    mislabelled: [],
  };
  return new RunHistory({
    validationRows: 500,
    sealedTestRows: 897,
    samples: [],
    lanes: Array.from({ length: replicates }, (_, replicate) => replicate).flatMap((replicate) =>
      LETTERS.slice(0, arms).map((armId, arm) => ({
        ...{ ...facts, armId, replicate },
        stepsPerEpoch: stepsPerEpoch[arm] ?? stepsPerEpoch.at(-1) ?? 1,
      })),
    ),
  });
}

/** The same with epoch 0 to `epochs` measured. */
export function fixtureRun(arms: number, epochs: number, shape: Shape = {}): RunHistory {
  const history = emptyFixtureRun(arms, shape);
  for (let epoch = 0; epoch <= epochs; epoch++) appendFixtureEpoch(history, epoch);
  return history;
}

interface Changes {
  /** Of all lanes. */
  readonly figures?: Partial<Record<FigureName, number>>;
  readonly end?: { readonly lane: number; readonly end: LaneEnd };
  readonly restored?: { readonly lane: number; readonly epoch: number };
}

/** Lanes that have ended get no more rows. */
export function appendFixtureEpoch(history: RunHistory, epoch: number, changes: Changes = {}) {
  const running = history.lanes.flatMap((lane, index) => (lane.end ? [] : [index]));
  const lanes = running.map((lane): LaneFrame => {
    const { armId = 'A' } = history.lanes[lane]?.lane ?? {};
    const own = fixtureFigures(LETTERS.indexOf(armId), lane, epoch);
    const rows = figureRow({ ...own, ...changes.figures, epoch });
    const end = changes.end?.lane === lane ? changes.end.end : null;
    return {
      ...{ lane, rows, end, current: null, allTrainingRows: null },
      restoredEpoch: changes.restored?.lane === lane ? changes.restored.epoch : null,
      mislabelledAnswers: new Int32Array(0),
      pictures: [],
    };
  });
  history.append({ lanes, epoch, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 900 });
}

export const FIXTURE_END: LaneEnd = {
  kind: 'diverged',
  epoch: 12,
  message: 'The loss is no longer a number.',
};

function figureRow(figures: Partial<Record<FigureName, number>>): Float64Array {
  const row = new Float64Array(FIGURE_COUNT).fill(NaN);
  for (const [name, value] of Object.entries(figures))
    row[FIGURE_INDEX[name as FigureName]] = value;
  return row;
}

/** Lanes of an arm differ in their noise alone. */
function fixtureFigures(
  arm: number,
  lane: number,
  epoch: number,
): Partial<Record<FigureName, number>> {
  const t = Math.min(1, epoch / 50);
  const noise = (part: number) =>
    (uniform24(elementBits(makeKey(7, STREAM.generatedData, lane), epoch * 4 + part)) - 0.5) * 0.02;
  const climb = 1 - Math.exp(-epoch / 1.4);
  const plain = arm % 2 === 0;
  const shift = Math.floor(arm / 2) * 0.05;
  const start = 2.38 + noise(0);
  return {
    trueLabelAccuracy: 0.1 + climb * (plain ? 0.75 - 0.1 * t : 0.74),
    penalty: plain ? 0 : 0.02 + 0.001 * epoch,
    validationAccuracy: 0.11 + climb * (plain ? 0.78 - 0.17 * t : 0.77) - shift * climb + noise(0),
    trainingAccuracy: 0.1 + climb * ((plain ? 0.55 + 0.33 * t : 0.56 + 0.08 * t) - shift),
    validationLoss:
      start * (1 - climb) +
      climb * ((plain ? 0.66 + 0.26 * t : 0.72 - 0.02 * t) + shift) +
      noise(1),
    trainingLoss:
      start * (1 - climb) +
      climb * ((plain ? 1.5 : 1.5) * Math.exp(-t * (plain ? 2.3 : 0.5)) + shift),
  };
}
