/** The optimisers' constants as the conventions fix them, and what state each needs. */
import type { OptimizerId, OptimizerRule } from './kernels.ts';

/**
 * The rule with the field's usual constants. Momentum and Nesterov: v ← μv − ηg (Sutskever et al. 2013);
 * RMSprop: s ← 0.9s + 0.1g² (Tieleman & Hinton 2012); Adam: m̂/(√v̂ + ε) (Kingma & Ba 2015), with
 * Keras' ε = 1e-7.
 */
export function optimizerRule(id: OptimizerId, momentum = 0.9): OptimizerRule {
  return {
    id,
    momentum,
    firstDecay: 0.9,
    secondDecay: id === 'rmsprop' ? 0.9 : 0.999,
    epsilon: 1e-7,
  };
}

export function hasFirstMoment(id: OptimizerId): boolean {
  return id === 'momentum' || id === 'nesterov' || id === 'adam';
}

export function hasSecondMoment(id: OptimizerId): boolean {
  return id === 'rmsprop' || id === 'adam';
}
