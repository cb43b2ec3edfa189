/** What a verdict is written from: figures and settings, and facts that not every page has. */
import type { Dataset } from '../../datasets/dataset.ts';
import type { LaneHistory } from '../../client/run-history.ts';
import type { ArmId, Experiment } from '../../experiment/experiment.ts';
import type { RedundancyView } from '../../protocol/views.ts';
import type { LiveChange } from '../../experiment/live-changes.ts';

export interface VerdictMaterial {
  /** As the run has it: with the live changes made since. */
  readonly experiment: Experiment;
  readonly dataset: Pick<Dataset, 'task' | 'featureCount' | 'outputs'>;
  readonly validationRows: number;
  readonly lanes: readonly LaneHistory[];
  readonly liveChanges: readonly LiveChange[];
  /** Before the end, and at an epoch looked back at, figures stand side by side, and nothing is inferred. */
  readonly runPhase: 'underWay' | 'lookingBack' | 'over';
  /** What an example is called: "images" or "examples". */
  readonly noun: string;
  /** What its class is called: "digit" or "class". */
  readonly classNoun: string;
  /** Of their first repeats: validation rows that only one of the two gets right. Null or absent: not known. */
  readonly discordance?: (one: ArmId, other: ArmId) => number | null;
  /** Of its first repeat: the share of its weights that are below 0.001 in size. Null or absent: not known. */
  readonly smallWeightShare?: (arm: ArmId) => number | null;
  /** Of its first repeat: how it answers without some of its units. Null or absent: not measured. */
  readonly removedUnits?: (arm: ArmId) => RedundancyView | null;
  /** Absent: there is none. */
  readonly sealedTest?: SealedTest;
}

export interface SealedTest {
  readonly rows: number;
  /** An arm’s accuracy there (regression: loss), over its seeds; null: the seal is whole. */
  readonly figureOf: ((arm: ArmId) => number | null) | null;
}
