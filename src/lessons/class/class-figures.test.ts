import { expect, it } from 'vitest';
import { l2HowStrong } from '../course/l2-how-strong/lesson.ts';
import { countAnswers } from './class-figures.ts';
import { partsOf, readLines } from './class-lines.ts';
import { answerWord, formatResultLine } from './result-line.ts';

const MEASURED = [82.4, 88.8, 92.8, 79.2, 10.8];

function lineOf(seat: number, sketch: readonly number[] | undefined, place = 'strongest') {
  return formatResultLine({
    ...{ lesson: l2HowStrong.id, part: 'strengths', version: '0.1.0', seat, figures: [] },
    predicted: [answerWord(sketch), place],
    happened: [answerWord(MEASURED), 'strongest'],
  });
}

it('sketches are counted by their shape, and a line without one is left out there alone', () => {
  const text = [
    lineOf(1, [20, 40, 60, 80, 90]),
    lineOf(2, [50, 70, 80, 70, 30]),
    lineOf(3, [60, 60, 85, 65, 20], 'best'),
    lineOf(4, undefined),
  ];
  expect(text[1]).toContain(' p=50-70-80-70-30/strongest h=82.4-88.8-92.8-79.2-10.8/strongest ');
  const { lines } = readLines(text.join('\n'));
  const [part] = partsOf(lines);
  if (!part) throw new Error('No line was read.');
  const [sketch, gap] = countAnswers(part.part, lines);
  const seen = sketch?.counts
    .filter(({ predicted, happened }) => predicted + happened > 0)
    .map(({ id, predicted, happened }) => [id, predicted, happened]);
  expect(seen).toEqual([
    ['rises', 1, 0],
    ['hill', 2, 3],
  ]);
  expect([sketch?.seats, gap?.seats]).toEqual([3, 4]);
});
