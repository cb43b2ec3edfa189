/** Whether the gradient reaches the first layer, in a sentence. */
import type { OptimizerId } from '../../../../engine/step/kernels.ts';
import type { GradientLayer, GradientsView } from '../../../../protocol/views.ts';
import { count } from '../../../../base/text/figure-text.ts';
import { matrixName } from '../shared/layer-name.ts';
import { gradientText, typicalGradient } from './typical-gradient.ts';

/** Layers that differ by less learn at much the same speed. */
const SIMILAR = 10;
/** A layer whose steps are so many times smaller hardly moves while the others learn. */
const VANISHING = 100;

/** These divide every step by the size of the gradients before it. */
const ADAPTIVE: Partial<Record<OptimizerId, string>> = { adam: 'Adam', rmsprop: 'RMSprop' };

export function describeGradients({ layers }: GradientsView, optimizer: OptimizerId): string {
  const sizes = layers.map(typicalGradient);
  const [first = NaN, last = NaN] = [sizes[0], sizes.at(-1)];
  if (!sizes.every(Number.isFinite)) return 'Its gradient is too large to be computed.';
  if (sizes.every((size) => size === 0))
    return 'The gradient is exactly 0 in every layer: these examples have nothing left to teach it.';
  if (layers.length === 1)
    return `It has one layer, which the gradient reaches straight from the loss: ${gradientText(last)} for a typical weight.`;
  if (first === 0)
    return 'No gradient reaches the first layer: it is exactly 0 there, so these examples teach it nothing.';
  if (last === 0) return describeExtremes(layers, sizes);
  const smaller = last / first;
  if (smaller >= SIMILAR)
    return `The first layer’s gradient is ${times(smaller)} smaller than the last layer’s: ${consequence(smaller, optimizer)}`;
  if (smaller <= 1 / SIMILAR)
    return `The first layer’s gradient is ${times(1 / smaller)} larger than the last layer’s: it grows on its way back.`;
  return describeExtremes(layers, sizes);
}

function consequence(smaller: number, optimizer: OptimizerId): string {
  const name = ADAPTIVE[optimizer];
  if (name !== undefined)
    return `${name} evens this out, since it divides each step by the size of the gradients before it.`;
  return smaller >= VANISHING
    ? 'the early layers hardly learn.'
    : 'the early layers learn more slowly.';
}

/** First and last are alike; what lies between may not be. */
function describeExtremes(layers: readonly GradientLayer[], sizes: readonly number[]): string {
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const at = (size: number) => `“${matrixName(sizes.indexOf(size), layers.length)}”`;
  if (smallest === 0) return `The gradient is exactly 0 at ${at(0)}, and not everywhere.`;
  const factor = largest / smallest;
  if (factor >= SIMILAR)
    return `The gradient is smallest at ${at(smallest)}, ${times(factor)} smaller than at ${at(largest)}.`;
  return `The gradient reaches every layer: the largest is ${times(factor)} the smallest.`;
}

/** "3.4 times", "25 times", "3,000 times": two digits, more would be of this sample alone. */
function times(factor: number): string {
  const rounded = Number(factor.toPrecision(2));
  if (rounded > 1e9) return 'more than a billion times';
  return `${rounded < 10 ? rounded.toFixed(1) : count(rounded)} times`;
}
