import { describe, expect, it } from 'vitest';
import { describeBoundary } from './describe-boundary.ts';

/** Five training points, of which the last ones are the user's own. */
function words(answers: number[], wrongRows: number[], ownPoints = 0, pieces = [1, 1]): string {
  const targets = Float32Array.of(0, 1, 0, 1, 1);
  return describeBoundary({
    classNames: ['outer', 'inner'],
    training: {
      ...{ count: 5, features: new Float32Array(10), featureScale: 1, targets },
      ...{ trueTargets: targets, wrongRows: Int32Array.from(wrongRows) },
    },
    ownPoints,
    answers: Uint8Array.from(answers),
    sharing: { areas: [0.62, 0.38], pieces: [pieces[0] ?? 0, pieces[1] ?? 0] },
  });
}

const SIDES = '“inner” takes 38\u202f% of the square in one piece, “outer” the rest in one piece.';

describe('the decision boundary in words', () => {
  it('counts wrong labels on the side they were given', () => {
    expect(words([0, 1, 1, 0, 1], [0, 2, 3])).toBe(
      `1 of 3 wrong labels lies on the side it was given. ${SIDES}`,
    );
    expect(words([1, 1, 1, 0, 1], [0, 2])).toContain(
      'None of 2 wrong labels lies on the side it was given.',
    );
    expect(words([0, 1, 0, 1, 1], [4])).toContain(
      'The one wrong label in training lies on the side it was given.',
    );
    expect(words([0, 1, 0, 1, 0], [4])).toContain('does not lie on the side it was given.');
  });

  it('counts training points where all labels are true', () => {
    expect(words([0, 1, 0, 1, 0], [])).toBe(
      `4 of 5 training points lie on their own side. ${SIDES}`,
    );
    expect(words([0, 1, 0, 1, 1], [])).toContain('All 5 training points lie on their own side.');
  });

  it('counts own points, the last of the rows', () => {
    expect(words([0, 1, 0, 1, 0], [1], 2)).toMatch(
      /1 of 2 points of your own lies on its own side\.$/,
    );
    expect(words([0, 1, 0, 1, 1], [1], 1)).toMatch(/Your own point lies on its own side\.$/);
  });

  it('counts pieces', () => {
    expect(words([0, 1, 0, 1, 1], [1], 0, [2, 3])).toContain(
      '“inner” takes 38\u202f% of the square in 3 pieces, “outer” the rest in 2 pieces.',
    );
  });
});
