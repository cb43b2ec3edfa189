/** `outputGradient` (engine/step/kernels.ts): one draw for the gradients, one for the rows' losses if asked for. */
import { assertNever } from '../../../base/assert-never.ts';
import type { OutputGradient, Task } from '../../../engine/step/kernels.ts';
import { Draw, planesOf } from './draw.ts';
import { repeat } from './layout-glsl.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import type { WebglDevice } from './webgl-device.ts';

export function planOutputGradient(call: OutputGradient, device: WebglDevice): PlannedKernel {
  const output = device.texture(call.output);
  const shared = {
    inputs: { scores: output, targets: device.texture(call.targets) },
    ints: { outputs: [output.grid.columns] },
  };
  const task = taskGlsl(call.task);
  const gradient = new Draw(device, {
    ...shared,
    targets: planesOf('result', device.texture(call.gradient)),
    body: COMMON_GLSL + task + gradientGlsl(device.planeCount),
  });
  const losses =
    call.rowLoss &&
    new Draw(device, {
      ...shared,
      targets: planesOf('result', device.texture(call.rowLoss)),
      body: COMMON_GLSL + task + ROW_LOSS_GLSL,
    });
  return plannedKernel(device, { draws: losses ? [gradient, losses] : [gradient] });
}

/** A row of scores and targets: where the lane begins in either texture, and the row's number. */
const COMMON_GLSL = /* glsl */ `
struct Row { ivec2 scores; ivec2 targets; int number; };

Row rowOf(int lane, int number) {
  return Row(laneOrigin(scoresGrid, lane), laneOrigin(targetsGrid, lane), number);
}

vec4 scoreAt(Row row, int texel) { return inRow(scores, row.scores, row.number, texel); }
vec4 targetAt(Row row, int texel) { return inRow(targets, row.targets, row.number, texel); }

float total(vec4 v) { return v.x + v.y + v.z + v.w; }
`;

/** `vec4 gradientAt(row, texel, lane)`, not yet divided by the rows, and `float lossOf(row, lane)`. */
function taskGlsl(task: Task): string {
  switch (task) {
    case 'classification':
      return CLASSIFICATION_GLSL;
    case 'regression':
      return REGRESSION_GLSL;
    default:
      return assertNever(task);
  }
}

const CLASSIFICATION_GLSL = /* glsl */ `
vec4 smoothed(vec4 target, int lane) {
  float epsilon = labelSmoothing(lane);
  return epsilon == 0.0 ? target : target * (1.0 - epsilon) + epsilon / float(outputs);
}

float largestScore(Row row) {
  float largest = scoreAt(row, 0).x;
  for (int texel = 0; texel < scoresGrid.y; texel++) {
    vec4 z = choose(columnsBelow(outputs, texel), scoreAt(row, texel), vec4(largest));
    largest = max(largest, max(max(z.x, z.y), max(z.z, z.w)));
  }
  return largest;
}

// exp(z - largest) of four scores. A NaN stays (exp alone may lose it), and so reaches the sum, and by it
// every gradient and the loss.
vec4 exponentials(Row row, int texel, float largest) {
  vec4 z = scoreAt(row, texel) - largest;
  vec4 value = choose(isNotANumber(z), z, exp(z));
  return choose(columnsBelow(outputs, texel), value, vec4(0));
}

float sumOfExponentials(Row row, float largest) {
  float sum = 0.0;
  for (int texel = 0; texel < scoresGrid.y; texel++) sum += total(exponentials(row, texel, largest));
  return sum;
}

vec4 gradientAt(Row row, int texel, int lane) {
  float largest = largestScore(row);
  vec4 probability = exponentials(row, texel, largest) / sumOfExponentials(row, largest);
  return probability - smoothed(targetAt(row, texel), lane);
}

float lossOf(Row row, int lane) {
  float largest = largestScore(row);
  float sum = sumOfExponentials(row, largest);
  float logOfSum = isNotANumber(vec4(sum)).x ? sum : log(sum);
  float loss = 0.0;
  for (int texel = 0; texel < scoresGrid.y; texel++) {
    vec4 surprise = logOfSum - (scoreAt(row, texel) - largest);
    vec4 terms = smoothed(targetAt(row, texel), lane) * surprise;
    loss += total(choose(columnsBelow(outputs, texel), terms, vec4(0)));
  }
  return loss;
}
`;

const REGRESSION_GLSL = /* glsl */ `
vec4 gradientAt(Row row, int texel, int lane) {
  return 2.0 * (scoreAt(row, texel) - targetAt(row, texel)) / float(outputs);
}

float lossOf(Row row, int lane) {
  float sum = 0.0;
  for (int texel = 0; texel < scoresGrid.y; texel++) {
    vec4 miss = scoreAt(row, texel) - targetAt(row, texel);
    sum += total(choose(columnsBelow(outputs, texel), miss * miss, vec4(0)));
  }
  return sum / float(outputs);
}
`;

/** Rows of the block x 4 outputs. */
function gradientGlsl(planes: number): string {
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  int rows = batchRows();
  int row = PLANES * at.line;
  bvec4 exists = columnsBelow(outputs, at.texel);
  ${repeat(
    planes,
    `result$ = padded(gradientAt(rowOf(at.lane, row + $), at.texel, at.lane) / float(rows),
    row + $ < rows, exists);`,
  )}
}
`;
}

/** The losses of 4 rows. */
const ROW_LOSS_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  bvec4 exists = columnsBelow(batchRows(), at.texel);
  ${repeat(4, 'float loss$ = lossOf(rowOf(at.lane, 4 * at.texel + $), at.lane);')}
  result0 = choose(exists, vec4(loss0, loss1, loss2, loss3), vec4(0));
}
`;
