/** Rule 9: what the test set says of the chosen cell, beside what validation said of it. */
import { countOf } from '../../base/text/count-of.ts';
import { writePair } from '../metric.ts';
import type { Statement } from '../statement.ts';
import type { ChoiceGroup } from './choice-groups.ts';
import type { ConclusionMaterial } from './conclusion-material.ts';
import { isShare, withError } from './sweep-words.ts';

export function describeSealedResult(
  material: ConclusionMaterial,
  groups: readonly ChoiceGroup[],
): Statement[] {
  const { sealed, metric, judgement, noun } = material;
  if (!sealed) return [];
  const group = groups.find((one) => one.cells.some(({ place }) => isSame(place, sealed.place)));
  const chosen = group?.cells.find(({ place }) => isSame(place, sealed.place));
  if (!group || !chosen) return [];
  const which = isSame(group.choice.best.place, sealed.place) ? 'best' : 'cell chosen';
  const who = group.cells.length === 1 ? 'The only cell' : `The ${which} of ${group.cells.length}`;
  const { mean } = chosen.summary;
  const pair = writePair(metric, [mean, sealed.score], isShare(metric) ? 1 : 0);
  const isFlattered = mean > sealed.score === (metric.better === 'highest');
  const isLevel = Number(pair.size) === 0;
  const looked = isLevel
    ? 'looked the same in validation as'
    : `looked ${pair.size}${metric.differenceUnit} ${isFlattered ? 'better' : 'worse'} in validation than`;
  const errors = {
    validation:
      chosen.summary.standardError ?? errorFromRows(material, mean, judgement.rows.validation),
    test: sealed.standardError ?? errorFromRows(material, sealed.score, sealed.rows),
  };
  const judged = isLevel ? [] : [judge(mean - sealed.score, errors)];
  const isLucky =
    isFlattered && isBeyondLuck(mean - sealed.score, errors) && group.cells.length > 1;
  return [
    {
      lead: `${who} ${looked} on the sealed test set:`,
      text: [
        `validation ${withError(metric, mean, errors.validation)}, test ${withError(metric, sealed.score, errors.test)} on ${countOf(sealed.rows, noun)} (± one standard error).`,
        ...judged,
        ...(isLucky ? ['What wins among many is in part lucky.'] : []),
      ].join(' '),
    },
  ];
}

interface Errors {
  readonly validation: number | null;
  readonly test: number | null;
}

/** Two standard errors of the difference are what luck alone may do. */
function isBeyondLuck(difference: number, { validation, test }: Errors): boolean {
  if (validation === null || test === null) return false;
  return Math.abs(difference) > 2 * Math.sqrt(validation * validation + test * test);
}

function judge(difference: number, errors: Errors): string {
  if (errors.validation === null || errors.test === null)
    return 'How much of the difference may be luck is not known.';
  return isBeyondLuck(difference, errors)
    ? 'The difference is more than two standard errors.'
    : 'The difference is within two standard errors: it may be luck.';
}

/**
 * Standard error of a share that was seen in so many rows; null for a loss. Two right and two wrong answers are
 * added, so that none or all right is no certainty (Agresti & Coull 1998, The American Statistician 52).
 */
function errorFromRows({ metric }: ConclusionMaterial, score: number, rows: number): number | null {
  if (!isShare(metric)) return null;
  const share = (score * rows + 2) / (rows + 4);
  return Math.sqrt((share * (1 - share)) / (rows + 4));
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.join() === b.join();
}
