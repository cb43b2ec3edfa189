/** How often two of several networks answer with another class. */

/**
 * `answers` [network][place, class], two networks or more. Of each place the share of pairs of networks whose
 * likeliest classes differ, 0..1; the first of equals is the likeliest.
 */
export function disagreement(answers: readonly ArrayLike<number>[], classes: number): Float64Array {
  const count = answers.length;
  if (count < 2) throw new RangeError('There is no pair among fewer than two networks.');
  const places = (answers[0]?.length ?? 0) / classes;
  return Float64Array.from({ length: places }, (_, place) => {
    const votes = new Array<number>(classes).fill(0);
    for (const one of answers) {
      const winner = likeliest(one, place * classes, classes);
      votes[winner] = (votes[winner] ?? 0) + 1;
    }
    const agreeing = votes.reduce((sum, members) => sum + members * (members - 1), 0);
    return 1 - agreeing / (count * (count - 1));
  });
}

/** Class with the largest of the `classes` numbers from `from` on. */
export function likeliest(values: ArrayLike<number>, from: number, classes: number): number {
  let winner = 0;
  for (let c = 1; c < classes; c++)
    if ((values[from + c] ?? NaN) > (values[from + winner] ?? NaN)) winner = c;
  return winner;
}
