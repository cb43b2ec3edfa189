import { expect, it } from 'vitest';
import { csvText } from './csv-text.ts';

it('quotes what needs it, leaves out what is no number, and runs nothing in a spreadsheet', () => {
  expect(
    csvText([
      ['a,b', 'say "x"', 'two\nlines'],
      [1.5, NaN, null],
      ['=1+1', '-x', -2],
    ]),
  ).toBe('"a,b","say ""x""","two\nlines"\r\n1.5,,\r\n\'=1+1,\'-x,-2\r\n');
});
