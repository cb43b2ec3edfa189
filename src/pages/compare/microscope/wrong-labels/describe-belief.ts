/** The twelve wrong labels in a sentence. */
import type { MislabelledExample } from '../../../../protocol/messages.ts';

const WORDS = [
  ...['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve'],
];

/** `isTrained`: the answers are those of a network that has learnt something. */
export function describeBelief(
  examples: readonly Pick<MislabelledExample, 'givenLabel' | 'trueLabel'>[],
  answers: ArrayLike<number>,
  isTrained: boolean,
): string {
  const total = WORDS[examples.length] ?? String(examples.length);
  const these = examples.length === 1 ? 'this one wrong label' : `these ${total} wrong labels`;
  if (answers.length === 0 || !isTrained)
    return `Untrained, it can only guess. Watch which of ${these} it comes to repeat.`;
  const matching = (label: 'givenLabel' | 'trueLabel') => {
    const found = examples.filter((example, index) => answers[index] === example[label]).length;
    return found === 0 ? 'none' : found;
  };
  return `Of ${these} it believes ${matching('givenLabel')} and gets ${matching('trueLabel')} right.`;
}
