/**
 * The sealed test set: opened by a deliberate act, and counted, since a figure that was looked at while
 * choosing is no longer a fair one. Nothing here reaches a figure of training or validation.
 */
import type { StateCreator } from 'zustand/vanilla';
import type { Experiment } from '../../experiment/experiment.ts';
import type { TrainerEvent } from '../../protocol/messages.ts';
import type { Playground } from '../playground.ts';
import type { TestSlice } from './test-state.ts';

const SEALED = { test: null, isOpeningTest: false, testFailure: null } as const;

export const createTestSlice: StateCreator<Playground, [], [], TestSlice> = (set, get) => ({
  ...SEALED,
  testOpenings: {},
  openTest: () => {
    // A kept run has no networks to measure.
    if (get().keptRun) return;
    set({ isOpeningTest: true, testFailure: null });
    get().sendCommand('openTest');
  },
});

/**
 * Names the rows that an experiment seals. Other numbers of rows or of repeats leave most of them the same,
 * so they do not make them fresh.
 */
export function drawOf({ data: { dataset, noise }, training: { seed } }: Experiment): string {
  return [dataset, noise, seed].join(' ');
}

/** What an event of the trainer changes about the test set. */
export function takeTestEvent(state: Playground, event: TrainerEvent): Partial<TestSlice> {
  if (event.type === 'testMeasured')
    return { ...SEALED, test: event.test, testOpenings: countOpening(state) };
  if (event.type === 'testFailed') return { ...SEALED, testFailure: event.message };
  // Another worker has not heard of the question.
  if (event.type === 'runResumed') return { isOpeningTest: false };
  const isNewOrMoves =
    event.type === 'runPrepared' ||
    event.type === 'runFailed' ||
    (event.type === 'statusChanged' && event.status === 'training');
  return isNewOrMoves ? SEALED : {};
}

function countOpening({ runExperiment, testOpenings }: Playground): TestSlice['testOpenings'] {
  if (!runExperiment) return testOpenings;
  const draw = drawOf(runExperiment);
  return { ...testOpenings, [draw]: (testOpenings[draw] ?? 0) + 1 };
}
