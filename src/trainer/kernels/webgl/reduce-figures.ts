/** `reduceFigures` (engine/step/kernels.ts): one draw sums over the rows, one over what is left. */
import type { ReduceFigures } from '../../../engine/step/kernels.ts';
import { Draw, planesOf } from './draw.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import type { WebglDevice } from './webgl-device.ts';

const SCRATCH_ROLE = 'figures of columns';

export function planReduceFigures(call: ReduceFigures, device: WebglDevice): PlannedKernel {
  const weights = device.texture(call.weights);
  const { lanes, rows, columns, texelsPerLine } = weights.grid;
  // [lane, 4 figures of each texel of columns]
  const scratch = { role: SCRATCH_ROLE, shape: [lanes, 4 * texelsPerLine] };
  const partial = device.borrowScratch(scratch.role, scratch.shape);
  const overRows = new Draw(device, {
    inputs: { weights },
    targets: planesOf('result', partial),
    ints: { rowCount: [rows], columnCount: [columns] },
    body: OVER_ROWS_GLSL,
  });
  const overColumns = new Draw(device, {
    inputs: { partial },
    targets: planesOf('result', device.texture(call.figures)),
    body: OVER_COLUMNS_GLSL,
  });
  return plannedKernel(device, { draws: [overRows, overColumns], scratch: [scratch] });
}

/** Four columns: Σ|w|, Σw², zeros, not finite. By bits, since drivers may assume that NaN does not occur. */
const OVER_ROWS_GLSL = /* glsl */ `
float total(vec4 v) { return v.x + v.y + v.z + v.w; }

vec4 isNotFinite(vec4 w) {
  uvec4 exponent = floatBitsToUint(w) & uvec4(0x7f800000u);
  return choose(equal(exponent, uvec4(0x7f800000u)), vec4(1), vec4(0));
}

void main() {
  Block at = blockOf(resultGrid);
  ivec2 origin = laneOrigin(weightsGrid, at.lane);
  bvec4 exists = columnsBelow(columnCount, at.texel);
  vec4 one = choose(exists, vec4(1), vec4(0));
  vec4 figures = vec4(0);
  for (int row = 0; row < rowCount; row++) {
    vec4 w = inRow(weights, origin, row, at.texel);
    vec4 isZero = choose(equal(w, vec4(0)), one, vec4(0));
    figures += vec4(total(abs(w)), dot(w, w), total(isZero), total(isNotFinite(w)));
  }
  result0 = figures;
}
`;

const OVER_COLUMNS_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  vec4 figures = vec4(0);
  for (int texel = 0; texel < partialGrid.y; texel++) {
    figures += inLane(partial, partialGrid, at.lane, texel);
  }
  result0 = figures;
}
`;
