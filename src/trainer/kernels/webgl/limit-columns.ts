/**
 * `limitColumns` (engine/kernels.ts): the factor of every column into a scratch texture, then the
 * weights times it. Nothing at all where no lane has a limit.
 */
import type { LimitColumns, StepInputs } from '../../../engine/kernels.ts';
import { SLOT_COUNT, SLOT_INDEX } from '../../../engine/slots.ts';
import { Draw } from './draw.ts';
import { eachPlane } from './layout-glsl.ts';
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
    targets: { result: { tensor: factor } },
    body: FACTOR_GLSL,
  });
  const scale = new Draw(device, {
    inputs: { weights, factor },
    targets: { result: { tensor: weights, spare: true } },
    body: SCALE_GLSL,
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
const FACTOR_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 w = laneOrigin(weightsGrid, at.lane) + ivec2(at.texel, 0);
  vec4 squares = vec4(0);
  for (int line = 0; line < weightsGrid.x; line++) {
    ${eachPlane(`vec4 w$ = texelOf(weights, ivec2(w.x, w.y + line), $);
    squares += w$ * w$;`)}
  }
  vec4 norm = sqrt(squares);
  float limit = columnLimit(at.lane);
  bool limited = limit < 3.4e38;
  result0 = limited ? choose(lessThanEqual(norm, vec4(limit)), vec4(1), limit / norm) : vec4(1);
}
`;

/** 4 rows x 4 columns. */
const SCALE_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 w = laneOrigin(weightsGrid, at.lane) + ivec2(at.texel, at.line);
  vec4 by = texelOf(factor, laneOrigin(factorGrid, at.lane) + ivec2(at.texel, 0), 0);
  ${eachPlane('result$ = texelOf(weights, w, $) * by;')}
}
`;
