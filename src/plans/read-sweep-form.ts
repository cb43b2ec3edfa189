/** A sweep's form as it was kept: read with care, since storage may hold anything. */
import { isRecord } from '../base/is-record.ts';
import { checkSweep } from './check-sweep.ts';
import type { SweepForm } from './sweep-form.ts';

/** Null where it is none, or none that could run. */
export function readSweepForm(value: unknown): SweepForm | null {
  if (!isForm(value)) return null;
  try {
    return checkSweep(value).length === 0 ? value : null;
  } catch {
    return null; // The check met a shape that it does not expect.
  }
}

function isForm(value: unknown): value is SweepForm {
  if (!isRecord(value)) return false;
  const { base, baseName, seed, arms, axes, judging } = value;
  return (
    isRecord(base) &&
    ['data', 'network', 'training', 'regularizers'].every((part) => isRecord(base[part])) &&
    typeof baseName === 'string' &&
    typeof seed === 'number' &&
    Array.isArray(arms) &&
    Array.isArray(axes) &&
    (axes.length === 1 || axes.length === 2) &&
    axes.every((axis: unknown) => isRecord(axis) && isRecord(axis['range'])) &&
    isJudging(judging)
  );
}

function isJudging(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { folds, seeds, metric, at } = value;
  return (
    (folds === null || folds === 'leaveOneOut' || typeof folds === 'number') &&
    typeof seeds === 'number' &&
    (metric === 'accuracy' || metric === 'loss' || metric === 'rSquared') &&
    (at === 'last' || at === 'best' || at === 'restored')
  );
}
