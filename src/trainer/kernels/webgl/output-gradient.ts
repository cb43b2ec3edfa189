/** `outputGradient` (engine/kernels.ts): one draw for the gradients, one for the rows' losses. */
import { assertNever } from '../../../base/assert-never.ts';
import type { OutputGradient, Task } from '../../../engine/kernels.ts';
import { Draw } from './draw.ts';
import { eachPlane } from './layout-glsl.ts';
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
    targets: { result: { tensor: device.texture(call.gradient) } },
    body: COMMON_GLSL + task + GRADIENT_GLSL,
  });
  const rowLoss = new Draw(device, {
    ...shared,
    targets: { result: { tensor: device.texture(call.rowLoss) } },
    body: COMMON_GLSL + task + ROW_LOSS_GLSL,
  });
  return plannedKernel(device, { draws: [gradient, rowLoss] });
}

/** A row of scores or targets: the texel of its first column, and its plane. */
const COMMON_GLSL = /* glsl */ `
struct Row { ivec2 scores; ivec2 targets; int plane; };

Row rowOf(int lane, int line, int plane) {
  ivec2 below = ivec2(0, line);
  return Row(laneOrigin(scoresGrid, lane) + below, laneOrigin(targetsGrid, lane) + below, plane);
}

vec4 scoreAt(Row row, int texel) {
  return texelOf(scores, row.scores + ivec2(texel, 0), row.plane);
}

vec4 targetAt(Row row, int texel) {
  return texelOf(targets, row.targets + ivec2(texel, 0), row.plane);
}

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

// exp(z - largest) of four scores; a NaN among them reaches the sum, and so every gradient and the loss.
vec4 exponentials(Row row, int texel, float largest) {
  return choose(columnsBelow(outputs, texel), exp(scoreAt(row, texel) - largest), vec4(0));
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
  float logOfSum = log(sumOfExponentials(row, largest));
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

/** 4 rows x 4 outputs. */
const GRADIENT_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  int rows = batchRows();
  bvec4 exists = columnsBelow(outputs, at.texel);
  ${eachPlane(`result$ = padded(gradientAt(rowOf(at.lane, at.line, $), at.texel, at.lane) / float(rows),
    4 * at.line + $ < rows, exists);`)}
}
`;

/** The losses of 4 rows, which are the 4 planes of a line of scores. */
const ROW_LOSS_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  bvec4 exists = columnsBelow(batchRows(), at.texel);
  ${eachPlane('float loss$ = lossOf(rowOf(at.lane, at.texel, $), at.lane);')}
  result0 = choose(exists, vec4(loss0, loss1, loss2, loss3), vec4(0));
}
`;
