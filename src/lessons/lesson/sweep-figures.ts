/** What cells of a sweep come to, for the facts and claims of lessons. */
import { summariseScores } from '../../findings/sweep/score-summary.ts';
import type { SummarisedCell, SweepSummary } from '../../plans/sweep.ts';

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
