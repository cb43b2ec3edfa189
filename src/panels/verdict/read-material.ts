/** What the store and the run's history hold for a verdict. */
import { findDataset } from '../../datasets/registry.ts';
import type { RunHistory } from '../../client/run-history.ts';
import type { ArmId } from '../../protocol/experiment.ts';
import type { MistakesView } from '../../protocol/views.ts';
import type { Playground } from '../../store/playground-store.ts';
import { mean } from './evidence.ts';
import type { SealedTest, VerdictMaterial } from './verdict-material.ts';

/** What a verdict follows from, besides the figures themselves. */
export type Standing = Pick<
  Playground,
  'history' | 'runExperiment' | 'status' | 'failure' | 'liveChanges' | 'retiredArms' | 'test'
>;

/**
 * Null before a run trains, and where it failed. The run as it stands, whatever epoch is looked back at.
 * Letters of retired arms may name others by now: nothing is said of those.
 */
export function readMaterial(state: Standing): VerdictMaterial | null {
  const { history, runExperiment, status, failure, liveChanges, retiredArms } = state;
  const isOver = status === 'finished' || status === 'stopped';
  const dataset = runExperiment ? findDataset(runExperiment.data.dataset) : undefined;
  if (!history || !runExperiment || !dataset || failure) return null;
  if (!isOver && status !== 'training' && status !== 'paused') return null;
  const arms = runExperiment.arms.filter(({ id }) => !retiredArms.includes(id));
  const sealedTest = readSealedTest(state, history, dataset.task);
  return {
    experiment: { ...runExperiment, arms },
    dataset,
    validationRows: history.run.validationRows,
    lanes: history.lanes,
    liveChanges: liveChanges.filter(({ armId }) => armId === null || !retiredArms.includes(armId)),
    standing: isOver ? 'over' : 'underWay',
    noun: dataset.words.examples,
    classNoun: dataset.words.class,
    discordance: (one, other) =>
      countDiscordant(mistakesOf(history, one), mistakesOf(history, other)),
    ...(sealedTest ? { sealedTest } : {}),
  };
}

function readSealedTest(
  { test }: Standing,
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

/** What the arm's first repeat answers at its compared epoch; null where no such picture was taken. */
function mistakesOf({ lanes, pictures }: RunHistory, arm: ArmId): MistakesView | null {
  const index = lanes.findIndex(({ lane }) => lane.armId === arm && lane.replicate === 0);
  const epoch = lanes[index]?.latest?.epoch ?? NaN;
  const kept = pictures.find(index, 'mistakes', epoch);
  return kept?.epoch === epoch ? kept.picture : null;
}

/** Rows that only one of the two gets right. */
function countDiscordant(one: MistakesView | null, other: MistakesView | null): number | null {
  if (!one || !other) return null;
  const isRight = ({ answers, trueClasses }: MistakesView, row: number) =>
    answers[row] === trueClasses[row];
  return [...one.answers.keys()].filter((row) => isRight(one, row) !== isRight(other, row)).length;
}
