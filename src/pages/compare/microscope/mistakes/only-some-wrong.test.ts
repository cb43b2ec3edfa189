import { expect, it } from 'vitest';
import { MOST_CERTAIN } from '../../../../protocol/views.ts';
import type { MistakesView } from '../../../../protocol/views.ts';
import { onlySomeWrong } from './only-some-wrong.ts';

const TRUE_CLASSES = [0, 1, 2, 3, 4, 5];

function view(answers: readonly number[], certainties: readonly number[]): MistakesView {
  const wrong = TRUE_CLASSES.filter((trueClass, row) => answers[row] !== trueClass);
  return {
    trueClasses: Uint8Array.from(TRUE_CLASSES),
    answers: Uint8Array.from(answers),
    certainties: Uint16Array.from(certainties, (share) => share * MOST_CERTAIN),
    examples: wrong.map((row) => ({ row, trueClass: row, ink: null, traits: [] })),
  };
}

it('finds rows that some arms get wrong and others right, the surest mistake first', () => {
  const views = [
    view([0, 9, 9, 9, 4, 5], [0.9, 0.6, 0.7, 0.9, 0.9, 0.9]),
    // Row 2 is wrong in all arms; of row 1 the right arm is surer than the wrong ones.
    view([0, 1, 8, 3, 9, 5], [0.9, 0.99, 0.7, 0.9, 0.8, 0.9]),
    view([0, 9, 8, 3, 4, 5], [0.9, 0.65, 0.7, 0.9, 0.9, 0.9]),
  ];
  const { rows, examples } = onlySomeWrong(views);
  expect(rows).toEqual([1, 3, 4]);
  expect(examples.map(({ row }) => row)).toEqual([3, 4, 1]);
});

it('finds none where the arms agree, or where there is one', () => {
  const same = view([0, 9, 2, 3, 4, 5], [1, 1, 1, 1, 1, 1]);
  expect(onlySomeWrong([same, same])).toEqual({ rows: [], examples: [] });
  expect(onlySomeWrong([same]).rows).toEqual([]);
});
