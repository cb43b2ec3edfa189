/** The six activations and their derivatives, one number at a time. NaN passes through all of them. */
import { expm1, sigmoid, tanh } from '../../base/elementary.ts';
import { assertNever } from '../../base/assert-never.ts';
import type { ActivationId } from './kernels.ts';

const LEAKY_SLOPE = 0.2;

export function activate(id: ActivationId, z: number): number {
  switch (id) {
    case 'relu':
      return z < 0 ? 0 : z;
    case 'leakyRelu':
      return z < 0 ? LEAKY_SLOPE * z : z;
    case 'tanh':
      return tanh(z);
    case 'sigmoid':
      return sigmoid(z);
    case 'elu':
      return z < 0 ? expm1(z) : z;
    case 'linear':
      return z;
    default:
      return assertNever(id);
  }
}

/** Derivative from the activation's value a; at the kink that of the left side. */
export function activationSlope(id: ActivationId, a: number): number {
  switch (id) {
    case 'relu':
      return a <= 0 ? 0 : 1;
    case 'leakyRelu':
      return a <= 0 ? LEAKY_SLOPE : 1;
    case 'tanh':
      return 1 - a * a;
    case 'sigmoid':
      return a * (1 - a);
    case 'elu':
      return a <= 0 ? a + 1 : 1;
    case 'linear':
      return 1;
    default:
      return assertNever(id);
  }
}
