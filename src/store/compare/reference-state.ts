/** An earlier run that stays on the charts, faint, while others are tried against it. */
import type { RunHistory } from '../../client/run-history.ts';
import type { Experiment } from '../../experiment/experiment.ts';

export interface ReferenceRun {
  readonly history: RunHistory;
  /** As it was when the run was kept. */
  readonly experiment: Experiment;
}

export interface ReferenceSlice {
  readonly reference: ReferenceRun | null;
  /** Keeps the run on screen, in place of one that was kept before. */
  readonly keepReference: () => void;
  readonly dropReference: () => void;
}
