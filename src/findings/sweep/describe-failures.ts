/** Rule 6: cells that diverged, failed or cannot run are named, and are never the best. */
import type { Statement } from '../statement.ts';
import type { ConclusionCell, ConclusionMaterial } from './conclusion-material.ts';
import { cellName, listWords } from './sweep-words.ts';

export function describeFailures(material: ConclusionMaterial): Statement[] {
  const named = (kind: ConclusionCell['failure'], withCounts: boolean) => {
    const cells = material.cells.filter((cell) => isMissing(cell) && cell.failure === kind);
    const names = cells.map((cell) => {
      const name = cellName(material, cell.place);
      return withCounts && cell.scores ? `${name} (${countText(cell.scores.flat())})` : name;
    });
    return names.length === 0 ? null : listWords(names);
  };
  const diverged = named(undefined, true);
  const failed = named('failed', false);
  const cannotRun = named('cannotRun', false);
  return [
    ...(diverged === null
      ? []
      : [{ lead: 'Diverged, and so never the best:', text: `${diverged}.` }]),
    ...(failed === null
      ? []
      : [
          {
            lead: 'Failed, and so never the best:',
            text: `${failed}. Each can be run again alone.`,
          },
        ]),
    ...(cannotRun === null ? [] : [{ lead: 'Cannot run:', text: `${cannotRun}.` }]),
  ];
}

function isMissing({ scores, failure }: ConclusionCell): boolean {
  return (
    failure !== undefined || (scores?.flat().some((score) => !Number.isFinite(score)) ?? false)
  );
}

/** "3 of 10 trainings" */
function countText(scores: readonly number[]): string {
  const missing = scores.filter((score) => !Number.isFinite(score)).length;
  if (missing === scores.length)
    return scores.length === 1 ? 'its training' : `all ${scores.length} trainings`;
  return `${missing} of ${scores.length} trainings`;
}
