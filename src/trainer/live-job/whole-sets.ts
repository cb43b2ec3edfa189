/** Figures of a run's lanes on whole sets: every training row, and the test set once its seal is broken. */
import type { Examples } from '../../engine/batches/examples.ts';
import type { OnShare } from '../../engine/measuring/measured-share.ts';
import type { SetFigures } from '../../engine/measuring/measuring.ts';
import type { TrainingRun } from '../../engine/lanes/training-run.ts';
import type { LoadContext } from '../../datasets/dataset.ts';
import type { TestFigures } from '../../protocol/messages.ts';
import type { LoadedData } from '../load-data.ts';
import type { PlannedLane } from '../plan-lanes.ts';

export interface WholeSetParts {
  readonly run: TrainingRun;
  readonly lanes: readonly PlannedLane[];
  readonly loaded: LoadedData;
  /** Awaited now and then with the share that is measured. */
  readonly breathe: OnShare;
}

type ExamplesOf = (lane: PlannedLane) => Examples;

/** A lane that diverged has none. */
export function measureTraining(parts: WholeSetParts): Promise<Map<number, SetFigures>> {
  return measure(parts, ({ plan }) => plan.data.training);
}

/** Loads what nothing was chosen by; returns what measures every lane on it as it then stands. */
export async function openTest(
  parts: WholeSetParts,
  context: LoadContext,
): Promise<() => Promise<TestFigures>> {
  const testOf = await parts.loaded.loadTest(context);
  return async () => {
    const examplesOf: ExamplesOf = ({ spec }) => testOf(spec);
    const figures = await measure(parts, examplesOf);
    const lanes = [...figures].map(([lane, one]) => ({ lane, ...one }));
    return { rows: parts.loaded.sealedTestRows, lanes };
  };
}

function measure({ run, lanes, breathe }: WholeSetParts, examplesOf: ExamplesOf) {
  return run.measureSets((lane) => {
    const planned = lanes[lane];
    if (!planned) throw new Error(`There is no lane ${lane}.`);
    return examplesOf(planned);
  }, breathe);
}
