/** What a preset is: an experiment that is known to show something, and what that is. */
import type { Experiment } from '../protocol/experiment.ts';
import type { Pace } from '../protocol/messages.ts';

export interface Preset {
  readonly id: string;
  readonly title: string;
  /** The one thing to see, in one line. */
  readonly point: string;
  readonly experiment: Experiment;
  readonly pace: Pace;
}
