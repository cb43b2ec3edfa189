/** The picture in words. */
import type { TrainingRows } from '../../../../datasets/splitting/split.ts';
import { NOT_ASKED } from '../../../../protocol/views.ts';
import { count, wholePercent } from '../../../../base/text/figure-text.ts';
import type { Sharing } from './field.ts';

interface BoundaryFacts {
  readonly classNames: readonly string[];
  readonly training: TrainingRows;
  /** The last ones of the training rows. */
  readonly ownPoints: number;
  /** [training row]: the class that is answered. */
  readonly answers: Uint8Array;
  readonly sharing: Sharing;
}

export function describeBoundary(facts: BoundaryFacts): string {
  const { classNames, training, ownPoints, answers, sharing } = facts;
  const { targets, wrongRows } = training;
  const all = Array.from(targets.keys());
  const describe = (rows: readonly number[], words: RowWords) => {
    const asked = rows.filter((row) => answers[row] !== NOT_ASKED);
    const onSide = asked.filter((row) => answers[row] === targets[row]).length;
    return describeRows(onSide, asked.length, rows.length, words);
  };
  return [
    wrongRows.length > 0 ? describe([...wrongRows], WRONG) : describe(all, TRAINING),
    describeSides(classNames, sharing),
    ...(ownPoints > 0 ? [describe(all.slice(-ownPoints), OWN)] : []),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

interface RowWords {
  readonly one: string;
  readonly many: string;
  /** Where one lies, and several. */
  readonly itsSide: string;
  readonly theirSide: string;
}

const WRONG = {
  one: 'The one wrong label in training',
  many: 'wrong labels',
  itsSide: 'the side it was given',
  theirSide: 'the side they were given',
};
const OWN_SIDE = { itsSide: 'its own side', theirSide: 'their own side' };
const TRAINING = { one: 'The one training point', many: 'training points', ...OWN_SIDE };
const OWN = { one: 'Your own point', many: 'points of your own', ...OWN_SIDE };

/** "15 of 24 wrong labels lie on the side they were given." */
function describeRows(
  onSide: number,
  asked: number,
  all: number,
  { one, many, itsSide, theirSide }: RowWords,
): string {
  if (asked === 0) return '';
  if (all === 1) return `${one} ${onSide === 1 ? 'lies' : 'does not lie'} on ${itsSide}.`;
  const which = asked === all ? many : `${many} asked about, of ${count(all)},`;
  if (onSide === 0) return `None of ${count(asked)} ${which} lies on ${itsSide}.`;
  if (onSide === asked) return `All ${count(asked)} ${which} lie on ${theirSide}.`;
  return `${count(onSide)} of ${count(asked)} ${which} ${onSide === 1 ? `lies on ${itsSide}` : `lie on ${theirSide}`}.`;
}

/** "“inner” takes 38 % of the square in 3 pieces, “outer” the rest in one." */
function describeSides(classNames: readonly string[], { areas, pieces }: Sharing): string {
  const name = (label: number) => `“${classNames[label] ?? String(label)}”`;
  const whole = areas.findIndex((area) => area === 1);
  if (whole >= 0) return `All of the square is ${name(whole)}.`;
  const share = wholePercent(areas[1]);
  return `${name(1)} takes ${share} of the square in ${inPieces(pieces[1])}, ${name(0)} the rest in ${inPieces(pieces[0])}.`;
}

function inPieces(number: number): string {
  return number <= 1 ? 'one piece' : `${number} pieces`;
}
