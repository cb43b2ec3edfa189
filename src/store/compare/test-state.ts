/**
 * The sealed test set: opened by a deliberate act, and counted, since a figure that was looked at while
 * choosing is no longer a fair one. Nothing here reaches a figure of training or validation.
 */
import type { TestFigures } from '../../protocol/messages.ts';

export interface TestSlice {
  /** Figures of the run's present networks; null while the set is sealed, and again once the run has trained on. */
  readonly test: TestFigures | null;
  readonly isOpeningTest: boolean;
  /** Why it could not be opened. */
  readonly testFailure: string | null;
  /** How often the test rows of each draw were looked at on this page, by `drawOf`. */
  readonly testOpenings: Readonly<Record<string, number>>;
  readonly openTest: () => void;
}
