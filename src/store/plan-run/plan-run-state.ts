/** What a page knows of the trainings of its plan: how they are set, how far they are, and what they came to. */
import type { LaneSpec } from '../../experiment/lane-spec.ts';
import type { LaneResult, LaneWishes } from '../../figures/lane-result.ts';
import type { Problem } from '../../settings/settings.ts';

export type RunStatus = 'resting' | 'training' | 'paused';

/** A training of a plan. */
export interface RunLane {
  /** Of the plan. */
  readonly key: string;
  readonly spec: LaneSpec;
  /** Its result is kept under this name: equal trainings of other plans have the same one. */
  readonly resultKey: string;
}

/** What a form comes to. */
export interface PreparedRun {
  /** What keeps all of it from running. */
  readonly problems: readonly Problem[];
  readonly plan: { readonly wishes: LaneWishes };
  /** Of what can run. */
  readonly lanes: readonly RunLane[];
}

export interface PlanRunState<Form, Prepared extends PreparedRun> {
  readonly form: Form;
  readonly prepared: Prepared;
  readonly status: RunStatus;
  /** By result key; grows while it trains. Read it anew when `version` has changed. */
  readonly results: ReadonlyMap<string, LaneResult>;
  readonly version: number;
  /** Trainings of this plan that are done, those under way counted by their share. */
  readonly done: number;
  /** Why trainings failed, by result key. */
  readonly failures: ReadonlyMap<string, string>;
  /** For what is not trained yet; null: not known. */
  readonly estimatedSeconds: number | null;
  readonly isEstimating: boolean;
  /** The run under way, or the last one. */
  readonly run: RunTimes | null;
  /** What the page says besides: storage that is full, a form that could not be read. */
  readonly notice: string | null;

  readonly change: (change: Partial<Form>) => void;
  /** Times what is not trained yet, while nothing trains. */
  readonly estimate: () => void;
  readonly start: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** What is finished stays. */
  readonly cancel: () => void;
  readonly dismissNotice: () => void;
  /**
   * A form with results that came with it, by result key: they hold as long as the page. Returns the way back to
   * what was there before.
   */
  readonly take: (form: Form, results: ReadonlyMap<string, LaneResult>) => () => void;
  /** Reads what was kept from before a reload. */
  readonly recall: () => Promise<void>;
}

export interface RunTimes {
  /** Training, without pauses and without time in which the tab was frozen. */
  readonly seconds: number;
  /** Null: not known yet. */
  readonly secondsLeft: number | null;
  /** What was expected before it began; null: it was not estimated. */
  readonly expectedSeconds: number | null;
  readonly trainings: number;
  readonly isOver: boolean;
}

/** The results that there are, by the keys of the plan. */
export function resultsOf(
  { lanes }: Pick<PreparedRun, 'lanes'>,
  kept: ReadonlyMap<string, LaneResult>,
): ReadonlyMap<string, LaneResult> {
  return new Map(
    lanes.flatMap((lane) => {
      const result = kept.get(lane.resultKey);
      return result ? [[lane.key, result] as const] : [];
    }),
  );
}
