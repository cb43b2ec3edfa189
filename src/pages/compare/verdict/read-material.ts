/** What the store and the run's history hold for a verdict. */
import { mean } from '../../../base/statistics/summary.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { pictureFactsOf } from '../../../client/picture-facts.ts';
import type { LaneHistory, RunHistory } from '../../../client/run-history.ts';
import type { ArmId } from '../../../experiment/experiment.ts';
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
  | 'keptRun'
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
    ...readPictures(state, history, lanes),
    ...(sealedTest ? { sealedTest } : {}),
  };
}

function lanesAt({ lanes }: RunHistory, epoch: number | null): readonly LaneHistory[] {
  return epoch === null ? lanes : lanes.map((lane) => lane.upTo(epoch));
}

/**
 * What the pictures of the networks add: those of the first repeats, at the epochs that the figures are of. Of a kept
 * run there are none, and what they showed is known of its end alone.
 */
function readPictures(
  { keptRun, lookBackEpoch }: VerdictState,
  history: RunHistory,
  lanes: readonly LaneHistory[],
): Pick<VerdictMaterial, 'discordance' | 'smallWeightShare' | 'removedUnits'> {
  const kept = lookBackEpoch === null ? (keptRun?.record.pictureFacts ?? []) : [];
  const facts = keptRun ? kept : pictureFactsOf(history, lanes);
  const factsOf = (arm: ArmId) => facts.find(({ armId }) => armId === arm);
  return {
    discordance: (one, other) =>
      factsOf(one)?.discordance.find(({ armId }) => armId === other)?.rows ?? null,
    smallWeightShare: (arm) => factsOf(arm)?.smallWeightShare ?? null,
    removedUnits: (arm) => factsOf(arm)?.removedUnits ?? null,
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
