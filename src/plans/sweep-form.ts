/** A sweep as it is set on its page: ranges in place of values, folds in words. And what it comes to. */
import { findDataset } from '../datasets/registry.ts';
import type { LaneBase } from '../experiment/lane-base.ts';
import { restoresEpoch } from './judged-epoch.ts';
import { cellsOf } from './sweep.ts';
import type { Sweep, SweepJudging, SweptArm } from './sweep.ts';
import { axisProblem, axisValues } from './sweep-axis.ts';
import type { AxisSettings } from './sweep-axis.ts';
import { ARMS_AXIS } from './sweep-settings.ts';

export interface SweepForm {
  readonly base: LaneBase;
  /** Where the base comes from: "Compare, arm A", or the preset of the page. */
  readonly baseName: string;
  readonly seed: number;
  readonly arms: readonly SweptArm[];
  /** One or two. */
  readonly axes: readonly AxisSettings[];
  readonly judging: JudgingForm;
}

export interface JudgingForm extends Omit<SweepJudging, 'foldCount'> {
  /** Number of folds; null: one split into training and validation rows, as the base has it. */
  readonly folds: number | 'leaveOneOut' | null;
}

/**
 * The form, judged by a figure that its data have (there is no accuracy in regression, and no R² of classes) and at
 * an epoch that its trainings have. `before` is the form before its trainings were changed: where only now some of
 * them go back to an earlier epoch, they end with that epoch and are judged by it.
 */
export function suitedForm(form: SweepForm, before: SweepForm | null): SweepForm {
  return withSuitedEpoch(withSuitedMetric(form), before);
}

function withSuitedEpoch(form: SweepForm, before: SweepForm | null): SweepForm {
  const { judging } = form;
  const restoring = countRestoring(form);
  if (restoring === null) return form;
  if (judging.at === 'restored' && restoring === 0)
    return { ...form, judging: { ...judging, at: 'last' } };
  const isNew = restoring > 0 && before !== null && countRestoring(before) === 0;
  return judging.at === 'last' && isNew
    ? { ...form, judging: { ...judging, at: 'restored' } }
    : form;
}

/** Cells whose training goes back to an earlier epoch; null: the axes have no cells. */
export function countRestoring(form: SweepForm): number | null {
  if (form.axes.some((axis) => axisProblem(axis) !== null)) return null;
  return cellsOf(sweepOf(form)).filter(({ base }) => restoresEpoch(base)).length;
}

function withSuitedMetric(form: SweepForm): SweepForm {
  const { base, judging } = form;
  const isRegression = findDataset(base.data.dataset)?.task === 'regression';
  const missing = isRegression ? 'accuracy' : 'rSquared';
  if (judging.metric !== missing) return form;
  return { ...form, judging: { ...judging, metric: isRegression ? 'loss' : 'accuracy' } };
}

/** The form that comes to this sweep. */
export function formOfSweep(sweep: Sweep, baseName: string): SweepForm {
  const { foldCount, ...others } = sweep.judging;
  return {
    ...{ base: sweep.base, baseName, seed: sweep.seed, arms: sweep.arms ?? [] },
    axes: sweep.axes.map(({ setting, values }) => ({
      setting,
      range: { spacing: 'list', values },
    })),
    judging: { ...others, folds: foldCount },
  };
}

export const MOST_FOLDS = 10;
export const MOST_SEEDS = 10;

export function sweepOf({ base, seed, arms, axes, judging }: SweepForm): Sweep {
  const { folds, ...others } = judging;
  const swept = axes.map((axis) => ({ setting: axis.setting, values: axisValues(axis) }));
  const sweepsArms = swept.some(({ setting }) => setting === ARMS_AXIS);
  return {
    ...{ base, seed, axes: swept },
    ...(sweepsArms && { arms }),
    judging: { ...others, foldCount: folds === 'leaveOneOut' ? rowsDivided(base) : folds },
  };
}

/** What cross-validation divides: the rows that would train and those that would validate. */
export function rowsDivided({ data }: LaneBase): number {
  return data.trainingExamples + data.validationExamples;
}
