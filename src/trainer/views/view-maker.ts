/**
 * How a view is made: a pure function of what one lane offers at one moment. One file a view;
 * registry.ts lists them. The result holds arrays of its own (they are transferred to the page and are
 * gone afterwards), 64 kB at most. A view is of the first repeat of an arm, or compares all of them.
 */
import type { Dataset } from '../../datasets/dataset.ts';
import type { Split } from '../../datasets/splitting/split.ts';
import type { FloatArray } from '../../engine/step/kernels.ts';
import type { LanePlan } from '../../engine/lanes/lanes.ts';
import type { LaneInsides } from '../../engine/lanes/lane-insides.ts';
import type { ViewId, Views } from '../../protocol/views.ts';

/** What is at hand without reading anything back from the device. */
export interface LaneLook {
  /** Its network, data, batch size and identity. */
  readonly plan: LanePlan;
  readonly dataset: Dataset;
  /** How its rows were drawn and prepared; as networks see them they are in `plan.data`. */
  readonly split: Split;
  /** [validation row, output], linear (before softmax), measured with these weights. */
  readonly validationOutputs: FloatArray;
}

/** With its arrays (weights [in, out], biases, running statistics), settings and step of now. */
export type LaneInside = LaneLook & LaneInsides;

/** What is left of it once it is trained, wherever that was. */
export type TrainedLane = Pick<LaneInside, 'plan' | 'state' | 'dataset' | 'split'>;

export type ViewMaker<Id extends ViewId> = {
  /** Too slow to be made for looking back alone, while no panel shows it. */
  readonly onlyWhenOpen?: true;
  /**
   * The verdict is written from it, or lessons quote it: made at the end of a run though no panel shows it,
   * unless it is made only for a panel.
   */
  readonly tellsTheEnd?: true;
} & (
  | {
      readonly needsWeights: false;
      readonly comparesRepeats?: never;
      readonly make: (lane: LaneLook) => Views[Id];
    }
  | {
      readonly needsWeights: true;
      readonly comparesRepeats?: never;
      readonly make: (lane: LaneInside) => Views[Id];
    }
  /** One picture of all repeats of an arm, kept with the first; those that diverged are left out. */
  | {
      readonly needsWeights: true;
      readonly comparesRepeats: true;
      readonly make: (repeats: readonly [LaneInside, ...LaneInside[]]) => Views[Id];
    }
);
