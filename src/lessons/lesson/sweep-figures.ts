/** What cells of a sweep come to, for the facts and claims of lessons. */
import { mean } from '../../base/statistics/summary.ts';
import { summariseScores } from '../../findings/sweep/score-summary.ts';
import { meanDifference } from '../../findings/verdict/paired-difference.ts';
import type { PairedDifference } from '../../findings/verdict/paired-difference.ts';
import { planSweep } from '../../plans/sweep.ts';
import type { Plan } from '../../plans/plan.ts';
import type { SummarisedCell, Sweep, SweepSummary } from '../../plans/sweep.ts';
import type { SweepPart } from './lesson.ts';

/** As the page trains it, and as the tests do. */
export function planOfPart(
  { sweep, opensTest = false }: Pick<SweepPart, 'sweep' | 'opensTest'>,
  seed: number,
): Plan<string, SweepSummary> {
  const seeded: Sweep = { ...sweep, seed };
  const plan = planSweep(seeded);
  return opensTest ? { ...plan, wishes: { ...plan.wishes, test: true } } : plan;
}

/** The cell at this place of the first axis (and of the second); a lesson asks for none that its sweep has not. */
export function cellAt({ cells }: SweepSummary, first: number, second = 0): SummarisedCell {
  const found = cells.find(({ place }) => place[0] === first && (place[1] ?? 0) === second);
  if (!found) throw new RangeError(`This sweep has no cell at ${first}, ${second}.`);
  return found;
}

/** Mean score on the rows that judge; NaN where a training has none. */
export function validationMean({ scores }: SummarisedCell): number {
  return scores ? summariseScores(scores).mean : NaN;
}

/** The same figure on the training rows. */
export function trainingMean({ trainingScores }: SummarisedCell): number {
  return trainingScores ? summariseScores(trainingScores).mean : NaN;
}

/** Mean accuracy on the sealed test set; NaN where it was not opened, or a training diverged. */
export function testMean({ results }: SummarisedCell): number {
  return mean(results.map((result) => result?.test?.accuracy ?? NaN));
}

/** The cell with the highest mean among those at these places of the first axis. */
export function bestOf(summary: SweepSummary, places: readonly number[]): SummarisedCell {
  const [first, ...others] = places.map((place) => cellAt(summary, place));
  if (!first) throw new RangeError('There is no cell to choose from.');
  return others.reduce(
    (best, cell) => (validationMean(cell) > validationMean(best) ? cell : best),
    first,
  );
}

/**
 * One cell's score minus another's, fold by fold (seeds of a fold averaged), with its 95 % interval; null: not all
 * is trained. Folds share training rows, so the interval is somewhat too narrow (Nadeau & Bengio 2003).
 */
export function foldDifference(
  one: SummarisedCell,
  other: SummarisedCell,
): PairedDifference | null {
  if (!one.scores || !other.scores) return null;
  const others = other.scores.map(mean);
  return meanDifference(
    one.scores.map((scores, fold) => mean(scores) - (others[fold] ?? NaN)),
    { risk: 0.05 },
  );
}
