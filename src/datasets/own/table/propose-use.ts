/** What a column becomes unless the user says otherwise, and why, in a sentence. */
import { countOf } from '../../../base/text/count-of.ts';
import { withCommas } from '../../../base/text/with-commas.ts';
import type { ColumnFacts } from './column-facts.ts';
import { MOST_CATEGORIES } from './table-choices.ts';
import type { ColumnUse } from './table-choices.ts';

export interface ProposedUse {
  readonly use: ColumnUse;
  readonly reason: string;
}

/** Of the rows that have to be known. */
const MOSTLY_MISSING = 0.8;
/** Different values among the known ones, from which on they name rows. */
const ID_SHARE = 0.5;
const ID_NAME =
  /^(?:id|index|idx|row|rownames|row[ _]?(?:id|number|name)|nr|no|uuid)\.?$|[ _-]id$/i;

export function proposeUse(facts: ColumnFacts): ProposedUse {
  const { type, rows, missing, counts } = facts;
  const [only] = counts.keys();
  if (type === 'empty') return out('All values are missing.');
  if (counts.size === 1)
    return out(
      missing === 0
        ? `Constant: every row has “${shortened(only)}”.`
        : `Constant: every row that has a value has “${shortened(only)}”.`,
    );
  if (type === 'date') return out('A date: as such it is no number that a network could use.');
  if (missing > MOSTLY_MISSING * rows)
    return out(`Mostly missing: in ${withCommas(missing)} of ${withCommas(rows)} rows.`);
  return type === 'number' ? useOfNumbers(facts) : useOfText(facts);
}

function useOfNumbers(facts: ColumnFacts): ProposedUse {
  const { counts, name, rows, missing, isWhole } = facts;
  if (isWhole && counts.size === rows && (ID_NAME.test(name) || countsRows(facts)))
    return out('Looks like an id: a different whole number in each row.');
  return {
    use: 'number',
    reason:
      missing === 0
        ? `Number with ${countOf(counts.size, 'different values')}.`
        : `Number, missing in ${countOf(missing, 'rows')}: these get the median of the training rows, and one more input says that it was missing.`,
  };
}

/** One by one, upwards or downwards. */
function countsRows({ counts, rows }: ColumnFacts): boolean {
  const numbers = [...counts.keys()].map(Number);
  const [first = NaN, second = NaN] = numbers;
  const step = second - first;
  const isStep = Math.abs(step) === 1;
  return isStep && rows > 2 && numbers.every((number, i) => number === first + i * step);
}

function useOfText(facts: ColumnFacts): ProposedUse {
  const { counts, rows, missing } = facts;
  const known = rows - missing;
  const values = countOf(counts.size, 'different values');
  const isId = counts.size > 2 && counts.size === known;
  if (isId || (counts.size > MOST_CATEGORIES && counts.size >= ID_SHARE * known))
    return out(`Looks like an id: ${values} in ${countOf(known, 'rows')}.${oddText(facts)}`);
  if (counts.size > MOST_CATEGORIES)
    return out(
      `${hasSentences(facts) ? 'Free text' : 'Text'} with ${values}: at most ${MOST_CATEGORIES} become inputs.${oddText(facts)}`,
    );
  return { use: 'categories', reason: categoriesReason(facts) };
}

function categoriesReason({ counts, missing }: ColumnFacts): string {
  const values = [...counts.keys()].map((value) => `“${shortened(value)}”`);
  if (counts.size === 2 && missing === 0)
    return `Two values: one input, 1 for ${values[1] ?? ''} and 0 for ${values[0] ?? ''}.`;
  return `${countOf(counts.size, 'different values')}: an input for each, 1 or 0${missing > 0 ? `; one more where it is missing (${countOf(missing, 'rows')})` : ''}.`;
}

/** What a use that the user chose comes to. */
export function chosenUse(facts: ColumnFacts, use: ColumnUse): ProposedUse {
  const proposed = proposeUse(facts);
  if (use === proposed.use) return proposed;
  if (use === 'leftOut') return out('You leave it out.');
  if (use === 'categories') return { use, reason: categoriesReason(facts) };
  return { use, reason: useOfNumbers({ ...facts, isWhole: false }).reason };
}

/** The uses that a column can have. */
export function possibleUses({ type, counts }: ColumnFacts): readonly ColumnUse[] {
  const canBeCategories = counts.size > 1 && counts.size <= MOST_CATEGORIES;
  return [
    ...(type === 'number' && counts.size > 1 ? (['number'] as const) : []),
    ...(canBeCategories ? (['categories'] as const) : []),
    'leftOut',
  ];
}

function oddText({ numbers, rows, missing, odd }: ColumnFacts): string {
  if (!odd) return '';
  return ` ${withCommas(numbers)} of ${withCommas(rows - missing)} values are numbers; the first that is none is “${shortened(odd.value)}” in line ${odd.line}.`;
}

function hasSentences({ counts }: ColumnFacts): boolean {
  let words = 0;
  for (const value of counts.keys()) words += value.split(' ').length;
  return words >= 3 * counts.size;
}

const out = (reason: string): ProposedUse => ({ use: 'leftOut', reason });

export function shortened(text = ''): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
