/** How many hidden units are dead, in a sentence. */
import { countOf } from '../../../../base/text/count-of.ts';
import type { ActivationId } from '../../../../engine/step/kernels.ts';
import type { ActivationLayer, ActivationsView } from '../../../../protocol/views.ts';
import { count } from '../../../../base/text/figure-text.ts';

export function deadOf({ isDead }: ActivationLayer): number {
  return isDead.reduce((sum, one) => sum + one, 0);
}

/** What a unit is that passes no gradient: at exactly 0, or at one of its ends. */
export function deadWord(activation: ActivationId): 'dead' | 'saturated' {
  return activation === 'relu' ? 'dead' : 'saturated';
}

export function describeActivations(view: ActivationsView, examples: string): string {
  const { layers, rows, activation } = view;
  if (layers.length === 0) return 'It has no hidden units.';
  const units = layers.reduce((sum, { means }) => sum + means.length, 0);
  const dead = layers.reduce((sum, layer) => sum + deadOf(layer), 0);
  const [all, of] = [
    rows === 1 ? `the ${countOf(rows, examples)}` : `all ${countOf(rows, examples)}`,
    countOf(units, 'hidden units'),
  ];
  if (activation === 'linear' || activation === 'leakyRelu')
    return `None of the ${of} can die: a ${activation === 'linear' ? 'linear' : 'leaky ReLU'} unit always passes a gradient. Asked about ${countOf(rows, examples)}.`;
  const verb = dead === 1 ? 'is' : 'are';
  if (activation === 'relu')
    return dead === 0
      ? `None of the ${of} is dead: each answers more than 0 to some of ${countOf(rows, examples)}.`
      : `${count(dead)} of ${of} ${verb} dead (${dead === 1 ? 'answers' : 'answer'} 0 to ${all}).`;
  return dead === 0
    ? `None of the ${of} is saturated: each passes a gradient for some of ${countOf(rows, examples)}.`
    : `${count(dead)} of ${of} ${verb} saturated (so near an end on ${all} that hardly any gradient passes).`;
}
