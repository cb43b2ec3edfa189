import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LESSONS } from '../course/lessons.ts';
import { questionsBefore } from '../lesson/before-training.ts';
import {
  answerWord,
  figureText,
  formatResultLine,
  readResultLine,
  sketchValuesOf,
} from './result-line.ts';
import type { ResultLine } from './result-line.ts';

const EXAMPLE: ResultLine = {
  ...{ lesson: 'learning-by-heart', part: 'by-heart', version: '0.1.0', seat: 7 },
  figures: [{ name: 'end', value: 76.2 }],
  ...{ predicted: ['falls'], happened: ['falls-far'] },
};
const WRITTEN = formatResultLine(EXAMPLE);

const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const value = fc
  .oneof(fc.double({ min: -1e300, max: 1e300, noNaN: true }), fc.constant(NaN))
  // With the digits that a line has.
  .map((figure) => (Number.isNaN(figure) ? NaN : Number(figureText(figure))))
  .map((figure) => (figure === 0 ? 0 : figure));
const name = fc.stringMatching(/^[a-z][a-zA-Z0-9]+$/);
const answers = fc.array(fc.oneof(id, fc.integer().map(String)), { maxLength: 4 });
const anyLine: fc.Arbitrary<ResultLine> = fc
  .record({
    ...{ lesson: id, part: id, seat: fc.integer({ min: 1, max: 999 }) },
    version: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => parts.join('.')),
    figures: fc.uniqueArray(fc.record({ name, value }), { maxLength: 3, selector: (f) => f.name }),
    answers,
  })
  .map(({ answers: predicted, ...line }) => ({
    ...line,
    predicted,
    happened: predicted.toReversed(),
  }));

describe('a result line', () => {
  it('holds a sketch of any values, which are read back with the digits of a line', () => {
    const places = ['none', '0.01', '0.1'];
    const sketch = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), {
      ...{ minLength: 3, maxLength: 3 },
    });
    fc.assert(
      fc.property(sketch, (values) => {
        const word = answerWord(values);
        const line = formatResultLine({ ...EXAMPLE, predicted: [word], happened: [word] });
        const read = readResultLine(line);
        const [predicted = ''] = read.kind === 'result' ? read.result.predicted : [];
        expect(sketchValuesOf(predicted, { places })).toEqual(
          values.map((value) => Number(figureText(value))),
        );
      }),
    );
    expect(answerWord([1, NaN, 3])).toBe('none');
    for (const word of ['none', '1-2', '1-2-3-4', '1-x-3'])
      expect(sketchValuesOf(word, { places })).toBeNull();
  });

  it('is read back as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(readResultLine(formatResultLine(line))).toEqual({ kind: 'result', result: line });
      }),
      { numRuns: 1000 },
    );
  });

  it('is read with a decimal comma, odd spaces, and what a chat sets around it', () => {
    for (const text of [
      WRITTEN.replace('76.2', '76,2'),
      `  > [10:31] Anna: ${WRITTEN}.`,
      `(${WRITTEN})`,
      `“${WRITTEN.replaceAll(' ', '\u00a0 ')}”`,
      `${WRITTEN}\r`,
    ])
      expect(readResultLine(text)).toEqual({ kind: 'result', result: EXAMPLE });
  });

  it('is never read wrong once it is damaged: what is wrong and where is said', () => {
    const damage = fc.record({
      from: fc.nat(WRITTEN.length),
      length: fc.nat(6),
      put: fc.oneof(fc.string({ maxLength: 4 }), fc.stringMatching(/^[a-z0-9=~/ .,]{0,4}$/)),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const text = damages.reduce(
          (before, { from, length, put }) =>
            before.slice(0, from) + put + before.slice(from + length),
          WRITTEN,
        );
        const read = readResultLine(text);
        if (read.kind === 'result') expect(read.result).toEqual(EXAMPLE);
        else expect(read.why).toMatch(/^(it|its|there|the) .*(“.*”|missing|its word \d)/su);
      }),
      { numRuns: 5000 },
    );
  });

  it('that is anything at all is refused with a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(readResultLine(`RP1 ${text}`).kind).toBe('refused');
        expect(readResultLine(text).kind).toBe('refused');
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['hello', 'there is no “RP1” in it'],
    [WRITTEN.replace('RP1', 'RP2'), 'it begins with “RP2”'],
    [WRITTEN.slice(0, -7), 'its end is missing'],
    [WRITTEN.replace('s7', 's0'), 'its word 4, “s0”, is not a seat'],
    [WRITTEN.replace('76.2', '7x.2'), 'its word 5, “end=7x.2”, is not a figure'],
    [WRITTEN.replace('s7', 's8'), 'does not fit what stands before it'],
    [WRITTEN.replace(/ v.*~/, ' ~'), 'it ends before its word 3'],
  ])('“%s” is refused: %s', (text, why) => {
    const read = readResultLine(text);
    expect(read.kind === 'refused' ? read.why : '').toContain(why);
  });
});

it('all lessons have words that fit into a line', () => {
  for (const { id: lesson, parts } of LESSONS)
    for (const part of parts) {
      expect(`${lesson}.${part.id}`).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+$/);
      for (const { form } of questionsBefore(part))
        if (form.kind === 'choice')
          for (const option of form.options) expect(option.id).toMatch(/^[\w.-]+$/);
    }
});
