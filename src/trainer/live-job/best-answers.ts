/**
 * Which validation rows each lane has answered right at its most accurate epoch so far. What a later epoch
 * has lost of them tells a fall that is real from one that a few rows could make.
 */
import type { LaneFigures } from '../../engine/measuring/measuring.ts';
import type { FloatArray } from '../../engine/step/kernels.ts';
import type { RightAnswers } from '../../protocol/run-save.ts';

export class BestAnswers {
  private readonly best: Map<number, RightAnswers>;

  constructor(best: ReadonlyMap<number, RightAnswers>) {
    this.best = new Map(best);
  }

  get all(): ReadonlyMap<number, RightAnswers> {
    return new Map(this.best);
  }

  /** At the end of an epoch, before `lostBy`: of equally accurate epochs the first stays. */
  note(lane: number, { validationAnswers }: LaneFigures, targets: FloatArray): void {
    const isRight = Uint8Array.from(validationAnswers, (answer, row) =>
      answer === targets[row] ? 1 : 0,
    );
    const count = isRight.reduce((sum, one) => sum + one, 0);
    if (count > (this.best.get(lane)?.count ?? -1)) this.best.set(lane, { count, isRight });
  }

  /** Rows that were right then and are wrong now; NaN where no epoch was finished. */
  lostBy(lane: number, { validationAnswers }: LaneFigures, targets: FloatArray): number {
    const best = this.best.get(lane);
    if (!best) return NaN;
    return validationAnswers.reduce(
      (lost, answer, row) => lost + (best.isRight[row] === 1 && answer !== targets[row] ? 1 : 0),
      0,
    );
  }
}
