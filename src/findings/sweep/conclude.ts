/**
 * What a sweep shows, in sentences, most important first. Their rules are a table with given figures and
 * the sentence that comes out: docs/sweep.md, held by rules/rules.test.ts.
 */
import type { Statement } from '../statement.ts';
import { groupChoices } from './choice-groups.ts';
import type { ConclusionMaterial } from './conclusion-material.ts';
import { describeBest } from './describe-best.ts';
import { describeDifferences } from './describe-differences.ts';
import { describeEdges } from './describe-edges.ts';
import { describeFailures } from './describe-failures.ts';
import { describeSealedResult } from './describe-sealed-result.ts';
import { describeSimplest } from './describe-simplest.ts';

export function conclude(material: ConclusionMaterial): Statement[] {
  const groups = groupChoices(material);
  return [
    ...describeProgress(material),
    ...describeSealedResult(material, groups),
    ...describeBest(material, groups),
    ...describeSimplest(material, groups),
    ...describeDifferences(material, groups),
    ...describeEdges(material, groups),
    ...describeFailures(material),
    ...(groups.length > 0 ? describeFlattery(material) : []),
  ];
}

/** Rule 10, and that nothing can be chosen. */
function describeProgress({ cells, trainings }: ConclusionMaterial): Statement[] {
  const judged = cells.filter(({ scores }) => scores !== null);
  const isUnfinished = trainings.done < trainings.all;
  const hasWhole = judged.some(({ scores }) => scores?.flat().every(Number.isFinite));
  if (!hasWhole && !isUnfinished)
    return [{ lead: 'Nothing to choose from:', text: 'no cell has a figure from every training.' }];
  if (!isUnfinished) return [];
  const done = `${trainings.done} of ${trainings.all} trainings are done`;
  return [
    hasWhole
      ? {
          lead: 'Not finished:',
          text: `what follows is of ${judged.length} of ${cells.length} cells (${done}), and may change.`,
        }
      : { lead: 'Nothing to judge yet:', text: `${done}, and no cell has all of its own.` },
  ];
}

/** Rule 8: an epoch that was picked by the validation rows flatters the score on them. */
function describeFlattery({
  judgement: { at, cellsRestoringNone },
}: ConclusionMaterial): Statement[] {
  if (at === 'last') return [];
  const epoch =
    at === 'best' ? 'each training’s best epoch' : 'the epoch that early stopping restored';
  const flattered =
    at === 'restored' && cellsRestoringNone > 0
      ? 'the figures of cells with it are somewhat too good; those of the others are of their last epoch'
      : 'all figures here are somewhat too good';
  return [
    {
      lead: 'Chosen and scored on the same rows:',
      text: `${epoch} was picked by the rows that score it, so ${flattered}.`,
    },
  ];
}
