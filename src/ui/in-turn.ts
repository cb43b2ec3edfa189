/**
 * Work that changes much on the page takes turns: one piece an animation frame, in the order of asking.
 * Together the pictures of four arms and two charts take several frames to lay out and paint, and nothing that
 * a user does would be answered meanwhile. In a hidden tab nothing is drawn, and so all wait.
 */
type Work = () => void;

/** By whose turn it is; what one of them asks for is done in one turn. */
const waiting = new Map<unknown, Set<Work>>();
let frame: number | undefined;

/** Does the work when it is `whose` turn. Whoever waits already keeps the place, and nothing is done twice. */
export function inTurn(whose: unknown, work: Work): void {
  const works = waiting.get(whose) ?? new Set();
  waiting.set(whose, works.add(work));
  frame ??= requestAnimationFrame(takeTurn);
}

/** The work is no longer wanted. The place stays, for who asks again at once would else never come to it. */
export function forgetTurn(whose: unknown, work: Work): void {
  waiting.get(whose)?.delete(work);
}

/** Everything that waits, now. For tests: theirs is no screen with frames. */
export function takeAllTurns(): void {
  while (waiting.size > 0) takeTurn();
}

function takeTurn(): void {
  frame = undefined;
  try {
    for (const [whose, works] of waiting) {
      waiting.delete(whose);
      for (const work of works) work();
      if (works.size > 0) break;
    }
  } finally {
    // Even if one fails the others' turns come.
    if (waiting.size > 0) frame ??= requestAnimationFrame(takeTurn);
  }
}
