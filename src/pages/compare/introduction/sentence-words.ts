/** Small words of the introduction. */
import type { ArmId } from '../../../experiment/experiment.ts';
import { ARM_IDS } from '../../../experiment/experiment.ts';
import { joinWords } from '../../../experiment/arm-name.ts';

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

/** 2 → "two"; from 11 on in figures. */
export function numberWord(count: number, { capital = false } = {}): string {
  const word = NUMBERS[count] ?? String(count);
  return capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** "B", "B and D", and of more than two that follow each other "B to F" */
export function lettersInSentence(letters: readonly ArmId[]): string {
  const [first] = letters;
  const last = letters.at(-1);
  if (first === undefined || last === undefined || letters.length < 3) return joinWords(letters);
  const between = ARM_IDS.indexOf(last) - ARM_IDS.indexOf(first) + 1;
  return between === letters.length ? `${first} to ${last}` : joinWords(letters);
}
