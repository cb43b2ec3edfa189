/** The form of bias and variance as it was kept: read with care, since storage may hold anything. */
import { isRecord } from '../base/is-record.ts';
import type { BiasVarianceForm } from './bias-variance-form.ts';
import { checkBiasVariance } from './check-bias-variance.ts';

/** Null where it is none, or none that could run. */
export function readBiasVarianceForm(value: unknown): BiasVarianceForm | null {
  if (!isForm(value)) return null;
  try {
    return checkBiasVariance(value).length === 0 ? value : null;
  } catch {
    return null; // Of a shape that the check does not look for.
  }
}

function isForm(value: unknown): value is BiasVarianceForm {
  if (!isRecord(value)) return false;
  const { base, baseName, seed, arms, axis, sets, redrawn } = value;
  return (
    isRecord(base) &&
    ['data', 'network', 'training', 'regularizers'].every((part) => isRecord(base[part])) &&
    typeof baseName === 'string' &&
    typeof seed === 'number' &&
    typeof sets === 'number' &&
    Array.isArray(arms) &&
    isRecord(axis) &&
    isRecord(axis['range']) &&
    (redrawn === 'everything' || redrawn === 'data' || redrawn === 'network')
  );
}
