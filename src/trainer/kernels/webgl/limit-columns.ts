/**
 * `limitColumns` (engine/step/kernels.ts): the factor of every column into a scratch texture, then the
 * weights times it. Nothing at all where no lane has a limit.
 */
import type { LimitColumns, StepInputs } from '../../../engine/step/kernels.ts';
import { SLOT_COUNT, SLOT_INDEX } from '../../../engine/step/slots.ts';
import { Draw, planesOf } from './draw.ts';
import { repeat } from './layout-glsl.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import type { WebglDevice } from './webgl-device.ts';

const SCRATCH_ROLE = 'column factor';

export function planLimitColumns(call: LimitColumns, device: WebglDevice): PlannedKernel {
  const weights = device.texture(call.weights);
  const { lanes, columns } = weights.grid;
  const scratch = { role: SCRATCH_ROLE, shape: [lanes, columns] };
  const factor = device.borrowScratch(scratch.role, scratch.shape);
  const measure = new Draw(device, {
    inputs: { weights },
    targets: planesOf('result', factor),
    body: factorGlsl(device.planeCount),
  });
  const scale = new Draw(device, {
    inputs: { weights, factor },
    targets: planesOf('result', weights, { spare: true }),
    body: scaleGlsl(device.planeCount),
  });
  return plannedKernel(device, {
    draws: [measure, scale],
    swapped: [weights],
    scratch: [scratch],
    isNeutral: hasNoLimit,
  });
}

function hasNoLimit({ slots }: StepInputs): boolean {
  for (let i = SLOT_INDEX.columnLimit; i < slots.length; i += SLOT_COUNT) {
    if (slots[i] !== Infinity) return false;
  }
  return true;
}

/** 4 columns: limit / norm, or 1 within the limit. A NaN spreads over its column, but not where no limit is. */
function factorGlsl(planes: number): string {
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 w = laneOrigin(weightsGrid, at.lane);
  vec4 squares = vec4(0);
  for (int row = 0; row < PLANES * weightsGrid.x; row += PLANES) {
    ${repeat(
      planes,
      `vec4 w$ = inRow(weights, w, row + $, at.texel);
    squares += w$ * w$;`,
    )}
  }
  vec4 norm = sqrt(squares);
  float limit = columnLimit(at.lane);
  bool limited = limit < 3.4e38;
  result0 = limited ? choose(lessThanEqual(norm, vec4(limit)), vec4(1), limit / norm) : vec4(1);
}
`;
}

/** Rows of the block x 4 columns. */
function scaleGlsl(planes: number): string {
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 w = laneOrigin(weightsGrid, at.lane);
  vec4 by = inLane(factor, factorGrid, at.lane, at.texel);
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  int row = PLANES * at.line;
  ${repeat(
    planes,
    `result$ = padded(inRow(weights, w, row + $, at.texel) * by, row + $ < resultSize.x, exists);`,
  )}
}
`;
}
