/**
 * Activations and their gradients in the shader, on four units. NaN must pass through, or a diverged run
 * looks well: max(NaN, 0) is 0, and so may exp(NaN) be anything (on SwiftShader it is finite).
 */
import { assertNever } from '../../../base/assert-never.ts';
import type { ActivationId } from '../../../engine/step/kernels.ts';

/** `vec4 activation(vec4 x)` */
export function activationGlsl(id: ActivationId): string {
  switch (id) {
    case 'linear':
      return 'vec4 activation(vec4 x) { return x; }';
    case 'relu':
      return 'vec4 activation(vec4 x) { return choose(lessThan(x, vec4(0)), vec4(0), x); }';
    case 'leakyRelu':
      return 'vec4 activation(vec4 x) { return choose(lessThan(x, vec4(0)), 0.2 * x, x); }';
    case 'tanh':
      return TANH_GLSL + onEach('hyperbolicTangent');
    case 'sigmoid':
      return SIGMOID_GLSL + onEach('logistic');
    case 'elu':
      return ELU_GLSL + onEach('exponentialUnit');
    default:
      return assertNever(id);
  }
}

/** `vec4 slope(vec4 a)`: activation′ from the activation's value a; at the kink that of the left side. */
export function activationSlopeGlsl(id: ActivationId): string {
  return `vec4 slope(vec4 a) { return ${slopeOf(id)}; }`;
}

function slopeOf(id: ActivationId): string {
  switch (id) {
    case 'linear':
      return 'vec4(1)';
    case 'relu':
      return 'choose(lessThanEqual(a, vec4(0)), vec4(0), vec4(1))';
    case 'leakyRelu':
      return 'choose(lessThanEqual(a, vec4(0)), vec4(0.2), vec4(1))';
    case 'tanh':
      return '1.0 - a * a';
    case 'sigmoid':
      return 'a * (1.0 - a)';
    case 'elu':
      return 'choose(lessThanEqual(a, vec4(0)), a + 1.0, vec4(1))';
    default:
      return assertNever(id);
  }
}

function onEach(name: string): string {
  return `vec4 activation(vec4 x) {
    vec4 value = vec4(${name}(x.x), ${name}(x.y), ${name}(x.z), ${name}(x.w));
    return choose(isNotANumber(x), x, value);
  }`;
}

/** Without the overflow that some drivers' own tanh has, and without cancellation near 0. */
const TANH_GLSL = /* glsl */ `
float hyperbolicTangent(float x) {
  float a = abs(x);
  if (a < 0.25) {
    float z = x * x;
    return x + x * z * (-1.0 / 3.0 + z * (2.0 / 15.0 + z * (-17.0 / 315.0 + z * (62.0 / 2835.0))));
  }
  float e = exp(-2.0 * a);
  float t = (1.0 - e) / (1.0 + e);
  return x < 0.0 ? -t : t;
}
`;

const SIGMOID_GLSL = /* glsl */ `
float logistic(float x) {
  float e = exp(-abs(x));
  return x < 0.0 ? e / (1.0 + e) : 1.0 / (1.0 + e);
}
`;

/** e^x - 1 for x < 0, by its series near 0. */
const ELU_GLSL = /* glsl */ `
float exponentialUnit(float x) {
  if (x >= 0.0) return x;
  if (x > -0.25) {
    return x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0 * (1.0 + x / 5.0 * (1.0 + x / 6.0)))));
  }
  return exp(x) - 1.0;
}
`;
