/** Kernels over a weight matrix alone: max-norm and the sums that are reported. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { LimitColumns, ReduceFigures, StepInputs } from '../../../engine/step/kernels.ts';
import { axis, laneElements, slot } from './lanes.ts';

/** Scales every column (a unit's incoming weights) to norm ≤ the limit (Srivastava et al. 2014, 5.1). */
export function limitColumns(call: LimitColumns, step: StepInputs, backend: MathBackendCPU): void {
  const [lanes, units] = [axis(call.weights, 0), axis(call.weights, 2)];
  for (let lane = 0; lane < lanes; lane++) {
    const limit = slot(step, lane, 'columnLimit');
    if (limit === Infinity) continue;
    const w = laneElements(backend, call.weights, lane); // [inputs, units]
    for (let unit = 0; unit < units; unit++) {
      let squares = 0;
      for (let at = unit; at < w.length; at += units) squares += (w[at] ?? NaN) * (w[at] ?? NaN);
      const norm = Math.sqrt(squares);
      if (norm <= limit) continue;
      for (let at = unit; at < w.length; at += units) w[at] = (w[at] ?? NaN) * (limit / norm);
    }
  }
}

export function reduceFigures(
  call: ReduceFigures,
  _step: StepInputs,
  backend: MathBackendCPU,
): void {
  for (let lane = 0; lane < axis(call.weights, 0); lane++) {
    const w = laneElements(backend, call.weights, lane);
    const figures = laneElements(backend, call.figures, lane); // [Σ|w|, Σw², zeros, not finite]
    let [absolute, squares, zeros, wild] = [0, 0, 0, 0];
    for (const value of w) {
      absolute += Math.abs(value);
      squares += value * value;
      if (value === 0) zeros += 1;
      if (!Number.isFinite(value)) wild += 1;
    }
    figures.set([absolute, squares, zeros, wild]);
  }
}
