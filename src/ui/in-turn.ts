/**
 * Work that changes much on the page takes turns: one piece an animation frame, in the order of asking.
 * Together the pictures of four arms and two charts take several frames to lay out and paint, and nothing that
 * a user does would be answered meanwhile. In a hidden tab nothing is drawn, and so all wait.
 */
type Work = () => void;

/** The work that waits, by its owner; all work of one owner is done in one turn. */
const waiting = new Map<unknown, Set<Work>>();
let frame: number | undefined;

/**
 * Does the work in the next turn of `whose`. Whoever waits already keeps its position in the queue, and no work is
 * done twice.
 */
export function inTurn(whose: unknown, work: Work): void {
  const works = waiting.get(whose) ?? new Set();
  waiting.set(whose, works.add(work));
  frame ??= requestAnimationFrame(takeTurn);
}

/**
 * Drops work that is no longer wanted. Its owner keeps its position in the queue: one that asks again in every
 * frame would otherwise never have a turn.
 */
export function forgetTurn(whose: unknown, work: Work): void {
  waiting.get(whose)?.delete(work);
}

/** Does everything that waits, at once. For tests, which have no animation frames. */
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
    // The others have their turns even if this one fails.
    if (waiting.size > 0) frame ??= requestAnimationFrame(takeTurn);
  }
}
