/** First weights: the same for every arm of a replicate, layer by layer of equal shape. */
import { elementBits, rowKey, uniform24 } from '../../base/random.ts';
import type { FloatArray } from './kernels.ts';

export type InitializationId = 'glorot' | 'he';

/**
 * Fills one kernel [in, out] uniformly in ±limit: √(6/(in + out)) (Glorot & Bengio 2010) or √(6/in)
 * (He et al. 2015). Each weight depends on its key, row and column only, not on the layer's size.
 */
export function fillInitialWeights(
  target: FloatArray,
  offset: number,
  inputs: number,
  units: number,
  initialization: InitializationId,
  key: number,
): void {
  const limit = Math.sqrt(6 / (initialization === 'he' ? inputs : inputs + units));
  for (let i = 0; i < inputs; i++) {
    const keyOfRow = rowKey(key, i);
    for (let u = 0; u < units; u++)
      target[offset + i * units + u] = (2 * uniform24(elementBits(keyOfRow, u)) - 1) * limit;
  }
}
