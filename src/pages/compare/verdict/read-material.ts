/** What the store and the run's history hold for a verdict. */
import { mean } from '../../../base/statistics/summary.ts';
import { findDataset } from '../../../datasets/registry.ts';
import type { LaneHistory, RunHistory } from '../../../client/run-history.ts';
import type { ArmId } from '../../../experiment/experiment.ts';
import type { MistakesView, ViewId, Views, WeightsView } from '../../../protocol/views.ts';
import type { Playground } from '../../../store/playground.ts';
import type { SealedTest, VerdictMaterial } from '../../../findings/verdict/verdict-material.ts';

/** What a verdict follows from, besides the figures themselves. */
export type VerdictState = Pick<
  Playground,
  | 'history'
  | 'runExperiment'
  | 'status'
  | 'failure'
  | 'liveChanges'
  | 'retiredArms'
  | 'test'
  | 'lookBackEpoch'
>;

/**
 * The material of the run now, or at the epoch looked back at; null before it trains, and where it failed. Retired
 * arms are left out, since their letters may name other arms by now.
 */
export function readMaterial(state: VerdictState): VerdictMaterial | null {
  const { history, runExperiment, status, failure, liveChanges, retiredArms } = state;
  const isOver = status === 'finished' || status === 'stopped';
  const dataset = runExperiment ? findDataset(runExperiment.data.dataset) : undefined;
  if (!history || !runExperiment || !dataset || failure) return null;
  if (!isOver && status !== 'training' && status !== 'paused') return null;
  const arms = runExperiment.arms.filter(({ id }) => !retiredArms.includes(id));
  const sealedTest = readSealedTest(state, history, dataset.task);
  const lanes = lanesAt(history, state.lookBackEpoch);
  return {
    experiment: { ...runExperiment, arms },
    dataset,
    validationRows: history.run.validationRows,
    lanes,
    liveChanges: liveChanges.filter(({ armId }) => armId === null || !retiredArms.includes(armId)),
    runPhase: state.lookBackEpoch !== null ? 'lookingBack' : isOver ? 'over' : 'underWay',
    noun: dataset.words.examples,
    classNoun: dataset.words.class,
    ...readPictures(history, lanes),
    ...(sealedTest ? { sealedTest } : {}),
  };
}

function lanesAt({ lanes }: RunHistory, epoch: number | null): readonly LaneHistory[] {
  return epoch === null ? lanes : lanes.map((lane) => lane.upTo(epoch));
}

/** What the pictures of the networks add: those of the first repeats, at the epochs that the figures are of. */
function readPictures(
  history: RunHistory,
  lanes: readonly LaneHistory[],
): Pick<VerdictMaterial, 'discordance' | 'smallWeightShare' | 'removedUnits'> {
  const pictureOf = <Id extends ViewId>(id: Id, arm: ArmId): Views[Id] | null => {
    const index = lanes.findIndex(({ lane }) => lane.armId === arm && lane.replicate === 0);
    const epoch = lanes[index]?.latest?.epoch ?? NaN;
    const kept = history.pictures.find(index, id, epoch);
    // A picture of another epoch says nothing about this one.
    return kept?.epoch === epoch ? kept.picture : null;
  };
  return {
    discordance: (one, other) =>
      countDiscordant(pictureOf('mistakes', one), pictureOf('mistakes', other)),
    smallWeightShare: (arm) => shareOfSmall(pictureOf('weights', arm)),
    removedUnits: (arm) => pictureOf('redundancy', arm),
  };
}

function readSealedTest(
  { test }: VerdictState,
  { run, lanes }: RunHistory,
  task: 'classification' | 'regression',
): SealedTest | null {
  if (run.sealedTestRows === 0) return null;
  if (!test) return { rows: run.sealedTestRows, figureOf: null };
  const figureOf = (arm: ArmId) => {
    const own = test.lanes.filter(({ lane }) => lanes[lane]?.lane.armId === arm);
    const figures = own.map(({ loss, accuracy }) => (task === 'regression' ? loss : accuracy));
    return figures.length > 0 && figures.every(Number.isFinite) ? mean(figures) : null;
  };
  return { rows: test.rows, figureOf };
}

function shareOfSmall(weights: WeightsView | null): number | null {
  if (!weights) return null;
  const all = weights.layers.reduce((sum, { inputs, units }) => sum + inputs * units, 0);
  return weights.layers.reduce((sum, { small }) => sum + small, 0) / all;
}

/** Rows that only one of the two gets right. */
function countDiscordant(one: MistakesView | null, other: MistakesView | null): number | null {
  if (!one || !other) return null;
  const isRight = ({ answers, trueClasses }: MistakesView, row: number) =>
    answers[row] === trueClasses[row];
  return [...one.answers.keys()].filter((row) => isRight(one, row) !== isRight(other, row)).length;
}
