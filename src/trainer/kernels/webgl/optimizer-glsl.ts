/**
 * The optimisers' rules in the shader (docs: engine conventions), on four elements.
 * `optimize` changes the value and its state; `stepSize` is s of the proximal step, after it.
 * Constants come as uniforms: `momentum`, `decays` (β₁, β₂), `complements` (1 − μ, 1 − β₁, 1 − β₂,
 * rounded once: 1 − 0.999 in single precision would be off by 1e-5) and `epsilon`.
 */
import { assertNever } from '../../../base/assert-never.ts';
import type { OptimizerId, OptimizerRule } from '../../../engine/step/kernels.ts';

export function optimizerUniforms(rule: OptimizerRule): Record<string, readonly number[]> {
  const { momentum, firstDecay, secondDecay, epsilon } = rule;
  return {
    momentum: [momentum],
    decays: [firstDecay, secondDecay],
    complements: [1 - momentum, 1 - firstDecay, 1 - secondDecay],
    epsilon: [epsilon],
  };
}

/** `rates`: η, η/(1 − β₁ᵗ), 1/(1 − β₂ᵗ), divided in double precision (step-texture.ts). */
export function optimizerGlsl(id: OptimizerId): string {
  const [update, stepSize] = ruleOf(id);
  return /* glsl */ `
void optimize(inout vec4 value, inout vec4 first, inout vec4 second, vec4 gradient, vec3 rates) {
  float rate = rates.x;
  ${update}
}

vec4 stepSize(vec4 second, vec3 rates) {
  float rate = rates.x;
  return ${stepSize};
}
`;
}

function ruleOf(id: OptimizerId): readonly [update: string, stepSize: string] {
  switch (id) {
    case 'sgd':
      return ['value -= rate * gradient;', 'vec4(rate)'];
    case 'momentum':
      return [
        'first = momentum * first - rate * gradient; value += first;',
        'vec4(rate / complements.x)',
      ];
    case 'nesterov':
      return [
        `first = momentum * first - rate * gradient;
         value += momentum * first - rate * gradient;`,
        'vec4(rate / complements.x)',
      ];
    case 'rmsprop':
      return [
        `second = decays.y * second + complements.z * gradient * gradient;
         value -= rate * gradient / (sqrt(second) + epsilon);`,
        'rate / (sqrt(second) + epsilon)',
      ];
    case 'adam':
      return [
        `first = decays.x * first + complements.y * gradient;
         second = decays.y * second + complements.z * gradient * gradient;
         value -= rates.y * first / (sqrt(rates.z * second) + epsilon);`,
        'rate / (sqrt(rates.z * second) + epsilon)',
      ];
    default:
      return assertNever(id);
  }
}
