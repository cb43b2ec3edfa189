/** What lanes train with now, and, where that has just changed, what their last step was taken with. */
import type { LaneSettings } from '../lanes/lane-group.ts';
import type { LanePlan } from '../lanes/lanes.ts';

export class LiveSettings {
  /** By lane. */
  readonly settings: LaneSettings[];
  readonly penalties: LanePlan['penalty'][];
  /** By lane: the settings before those of now, and the steps that were taken by then. */
  private readonly changed = new Map<
    number,
    { readonly step: number; readonly before: LaneSettings }
  >();

  constructor(plans: readonly LanePlan[]) {
    this.settings = plans.map(({ settings }) => settings);
    this.penalties = plans.map(({ penalty }) => penalty);
  }

  /** From the step after `step` on. */
  change(lane: number, settings: LaneSettings, penalty: LanePlan['penalty'], step: number): void {
    const before = this.settings[lane];
    // Of several changes between two steps the first one names what the last step was taken with.
    if (before && this.changed.get(lane)?.step !== step) this.changed.set(lane, { step, before });
    this.settings[lane] = settings;
    this.penalties[lane] = penalty;
  }

  /** What this step was taken with: a change since then is left out. */
  ofStep(lane: number, step: number): LaneSettings | undefined {
    const changed = this.changed.get(lane);
    return changed?.step === step ? changed.before : this.settings[lane];
  }

  /** Steps are counted anew. */
  forgetSteps(): void {
    this.changed.clear();
  }
}
