/**
 * A panel of the microscope: something to see inside each network, side by side. One folder a panel; the
 * list is src/pages/compare/microscope/microscope-panels.ts. A panel draws pictures that the worker takes (protocol/views.ts).
 */
import type { ComponentType } from 'react';
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { ArmId, Experiment } from '../../../../experiment/experiment.ts';
import type { ViewId } from '../../../../protocol/views.ts';

export interface MicroscopePanel {
  /** The name of its folder; never renamed. */
  readonly id: string;
  /** As “Look at” lists it. */
  readonly label: string;
  /** What it draws. */
  readonly views: readonly ViewId[];
  /** Whether there is anything to see with these data and arms. */
  readonly applies: (run: MicroscopeRun) => boolean;
  /** Whether it could only say that there is nothing to see; no run opens with such a panel. */
  readonly isVacant?: (run: MicroscopeRun) => boolean;
  /** What all arms share of it, drawn once above them. */
  readonly Shared?: ComponentType;
  /** One arm's part: a picture with words or a table beside it. */
  readonly Panel: ComponentType<{ readonly armId: ArmId }>;
}

/** The run on screen, or the one that is set. */
export interface MicroscopeRun {
  readonly dataset: Dataset;
  readonly experiment: Experiment;
}
