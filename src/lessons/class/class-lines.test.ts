import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, partsOf, readLines } from './class-lines.ts';
import { formatResultLine } from './result-line.ts';
import type { ResultLine } from './result-line.ts';

const result = (seat: number, change: Partial<ResultLine> = {}): ResultLine => ({
  ...{ lesson: 'learning-by-heart', part: 'by-heart', version: '0.1.0', seat },
  figures: [{ name: 'end', value: 70 + seat / 10 }],
  ...{ predicted: ['falls'], happened: ['falls-far'] },
  ...change,
});

function counted(...rows: readonly string[]) {
  const { lines, notes } = readLines(rows.join('\n'));
  const [most] = partsOf(lines);
  if (!most) return { seats: [], notes: notes.map(({ line, says }) => `line ${line}: ${says}`) };
  const own = countLines(lines, most);
  return {
    seats: own.results.map(({ result: { seat } }) => seat),
    notes: [...notes, ...own.notes].map(({ line, says }) => `line ${line}: ${says}`),
  };
}

describe('lines of a class', () => {
  it('are sorted out, each with a word', () => {
    const { seats, notes } = counted(
      formatResultLine(result(3)),
      formatResultLine(result(1)).replace('.1 ', ',1 '),
      '',
      formatResultLine(result(3)),
      formatResultLine(result(1, { predicted: ['rises'] })),
      formatResultLine(result(3, { figures: [{ name: 'end', value: 12 }] })),
      formatResultLine(result(8, { version: '0.0.9' })),
      formatResultLine(result(9, { part: 'nonsense', figures: [] })),
      formatResultLine(result(9, { lesson: 'learning-by-hart' })),
      formatResultLine(result(10)).replace('s10', 's11'),
      `${formatResultLine(result(4))} ${formatResultLine(result(5))}`,
    );
    expect(seats).toEqual([1, 3, 4, 5]);
    expect(notes).toEqual([
      'line 9: not counted: this version of the page has no lesson “learning-by-hart.by-heart”.',
      expect.stringMatching(/^line 10: not counted: its end, “~.{5}”, does not fit/),
      'line 4: seat 3 came twice, with the same figures and predictions; counted once.',
      'line 5: seat 1 came twice, with the same figures and another prediction; line 2 is counted.',
      'line 6: seat 3 came twice, with other figures; line 1 is counted. Ask whose seat it is.',
      'line 7: not counted: seat 8 used version 0.0.9 of the page, and most others 0.1.0. Figures of two versions are not compared.',
      'line 8: not counted: it is from “Learning by heart”, part “All labels are wrong”. Choose that above to see it.',
    ]);
  });

  it('can be anything: each line counts, or there is a word on it', () => {
    const row = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.integer({ min: 1, max: 999 }).map((seat) => formatResultLine(result(seat))),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const { seats, notes } = counted(...rows);
        const text = rows.join('\n').split(/\r\n|\r|\n/);
        expect(seats.length + notes.length).toBe(text.filter((one) => one.trim() !== '').length);
      }),
      { numRuns: 500 },
    );
  });
});
