/** Tables as nobody should write them, and as somebody will. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { TableError } from './table-error.ts';
import type { TableChoices } from './table-choices.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const open = (text: string, choices: TableChoices = {}) => readTable(encode(text), choices);
const refusalOf = (bytes: Uint8Array) => {
  try {
    return readTable(bytes).preview.refusal;
  } catch (error) {
    if (error instanceof TableError) return error.message;
    throw error;
  }
};
/** Rows "i,i²". */
const squares = (count: number) => Array.from({ length: count }, (_, i) => `${i},${i * i}`);

describe('names and cells stay text', () => {
  test('__proto__ and numbers as names keep their places', () => {
    const { grid } = open('2,__proto__,constructor,1\na,1,2,3\nb,4,5,6\n', {
      format: { hasHeader: true },
    });
    expect(grid.names).toEqual(['2', '__proto__', 'constructor', '1']);
    expect(grid.rows[0]).toEqual(['a', '1', '2', '3']);
    expect({}).not.toHaveProperty('a');
  });

  test('HTML in a cell is a value like any other', () => {
    const { grid } = open('a,b\n<img src=x onerror=alert(1)>,1\n<b>,2\n');
    expect(grid.rows[0]?.[0]).toBe('<img src=x onerror=alert(1)>');
  });

  test('equal names are told apart, empty ones are numbered', () => {
    expect(open('a,a,,b\n1,2,3,4\n').grid.names).toEqual(['a', 'a (2)', 'column 3', 'b']);
  });
});

test('UTF-16 with a byte-order mark and without', () => {
  const text = 'größe,b\n1,2\n3,4\n';
  const plain = new Uint8Array(
    Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).buffer,
  );
  const marked = new Uint8Array([0xff, 0xfe, ...plain]);
  const swapped = new Uint8Array([0xfe, 0xff, ...plain].map((_, i, all) => all[i] ?? 0));
  for (let i = 2; i < swapped.length; i += 2)
    [swapped[i], swapped[i + 1]] = [swapped[i + 1] ?? 0, swapped[i] ?? 0];
  for (const bytes of [plain, marked, swapped]) {
    const { grid } = readTable(bytes);
    expect(grid.encoding).toBe('UTF-16');
    expect(grid.names).toEqual(['größe', 'b']);
  }
});

test('ARFF: names from its attributes, remarks are no rows, lines keep their numbers', () => {
  const text = `% a remark\n@RELATION weather\n\n@attribute 'the outlook' {sunny, rainy}\n@ATTRIBUTE temperature real\n@attribute play {yes,no}\n@data\n% more\nsunny,85,no\n'rainy',?,yes\nsunny,70\n`;
  const { grid, preview } = open(text);
  expect(grid.names).toEqual(['the outlook', 'temperature', 'play']);
  expect(grid.rows).toEqual([
    ['sunny', '85', 'no'],
    ['rainy', '?', 'yes'],
  ]);
  expect(preview.columns[1]?.missing).toBe(1);
  expect(preview.badRows).toEqual([{ line: 11, reason: 'Line 11 has 2 cells, not 3.' }]);
});

test('a header one cell short names all but the first column', () => {
  const { grid } = open('mpg\tcyl\nMazda\t21\t6\nDatsun\t22.8\t4\n');
  expect(grid.names).toEqual(['column 1', 'mpg', 'cyl']);
});

test('bad rows are told by their lines, quoted line breaks counted', () => {
  const { preview } = open('a,b\n"1\n2",3\n\n4\n5,6\n7,8,9\n');
  expect(preview.rows).toBe(2);
  expect(preview.badRows.map(({ line }) => line)).toEqual([5, 7]);
});

test('a quote that is never closed is told with its line', () => {
  const { preview } = open('a,b\n1,2\n3,"4\n5,6\n');
  expect(preview.badRows[0]?.reason).toContain('line 3 is never closed');
});

test('−999 is a number until it is said to be missing', () => {
  const text = ['a,b', ...squares(12), '-999,1'].join('\n');
  const before = open(text);
  expect(before.preview.columns[0]?.missing).toBe(0);
  expect(before.preview.warnings.join(' ')).toContain('−999 stands in “a”');
  const after = open(text, { format: { missingMarks: ['', '-999'] } });
  expect(after.preview.columns[0]?.missing).toBe(1);
});

test('a class with one row is told', () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `${(i * 7) % 11},${i === 3 ? 'rare' : i % 2 ? 'x' : 'y'}`,
  );
  expect(open(['n,class', ...rows].join('\n')).preview.warnings.join(' ')).toContain(
    '“rare” is a class with one row',
  );
});

test('more than 50 classes are refused: an id?', () => {
  const rows = Array.from({ length: 120 }, (_, i) => `${i % 7},w${i % 60}`);
  const { preview } = open(['n,word', ...rows].join('\n'), { target: 1 });
  expect(preview.refusal).toContain('“word” has 60 different values');
  expect(preview.refusal).toContain('Is this an id?');
});

test('another column with the answer is told: by correlation, and by missingness', () => {
  const copy = Array.from({ length: 40 }, (_, i) => `${i % 5},${2 * i * i + 1},${i * i}`);
  const correlated = open(['n,twice,value', ...copy].join('\n')).preview;
  expect(correlated.warnings.join(' ')).toContain(
    '“twice” and “value” have a correlation of 1.000',
  );
  const told = Array.from(
    { length: 40 },
    (_, i) => `${i % 5},${i % 2 ? `room ${i}` : ''},${i % 2}`,
  );
  expect(open(['n,room,class', ...told].join('\n')).preview.warnings.join(' ')).toContain(
    '“room” alone tells “class” in 100 % of the rows',
  );
});

test('too much is refused, with numbers', () => {
  const wide = `${'a,'.repeat(2500)}b\n${'1,'.repeat(2500)}2\n`;
  expect(refusalOf(encode(wide))).toBe('The table has 2,501 columns; at most 2,000 are read.');
  expect(refusalOf(encode(['a,b', ...squares(100_001)].join('\n')))).toBe(
    'The table has 100,001 rows; at most 100,000 are read.',
  );
  expect(refusalOf(new Uint8Array(20 * 1048576 + 1))).toContain('at most 20 MB');
  expect(refusalOf(new Uint8Array(0))).toBe('There is nothing in this file.');
  expect(refusalOf(new Uint8Array([80, 75, 3, 4, 0, 0, 8, 200]))).toContain('This is no text');
});

describe('whatever the bytes are, there is a table or a sentence, within two seconds', () => {
  const isAnswered = (bytes: Uint8Array) => {
    const begun = performance.now();
    const refusal = refusalOf(bytes);
    if (refusal !== null) expect(refusal).toMatch(/[.?]$/);
    return performance.now() - begun < 2000;
  };

  test('any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), isAnswered), { numRuns: 500 });
  });

  test('delimiters, quotes, line breaks and brackets in any order', () => {
    const piece = fc.constantFrom(
      ...[
        '"',
        "'",
        ',',
        ';',
        '\t',
        ' ',
        '|',
        '\n',
        '\r\n',
        '1',
        '2,5',
        'a',
        '?',
        '-',
        '{',
        '[',
        '@relation x\n',
        '@data\n',
      ],
      ...['@attribute a {', '%', '\\', 'é', '\u2028', '__proto__', '=1+1', '1e999', '2020-01-01'],
    );
    const text = fc.array(piece, { maxLength: 400 }).map((pieces) => encode(pieces.join('')));
    fc.assert(fc.property(text, isAnswered), { numRuns: 1000 });
  });

  test.each([
    ['quotes', '"'.repeat(1_000_000)],
    ['open quotes', 'a,b\n'.repeat(1000) + '"x,'.repeat(200_000)],
    ['remarks', '%   \n'.repeat(50_000) + '@relation'],
    ['brackets', '['.repeat(1_000_000)],
    ['commas', ','.repeat(1_000_000)],
    ['line breaks', '\n'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000) + 'x'],
    ['one cell', 'x'.repeat(2_000_000)],
  ])('a million %s', (_, text) => {
    expect(isAnswered(encode(text))).toBe(true);
  });
});
