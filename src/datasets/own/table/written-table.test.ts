import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALL_CSV, smallTable } from './own-table-fixture.ts';
import { readWrittenTable, writtenTable } from './written-table.ts';

const asFile = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

describe('a table as JSON', () => {
  it.each([
    ['classes', SMALL_CSV.classes],
    ['values', SMALL_CSV.values],
  ])('comes back with every bit of its %s, and missing numbers', (_, csv) => {
    const { reading: __, ...table } = smallTable(csv);
    const read = readWrittenTable(asFile(writtenTable(table)));
    expect(read).toEqual(table);
    expect(read?.features.some(Number.isNaN)).toBe(true);
  });

  it('is refused where a number, a name or its check sum is another one', () => {
    const written = asFile(writtenTable(smallTable()));
    for (const [key, value] of [
      ['id', 'table-0000000000000000'],
      ['targetName', 'another'],
      ['features', written['targets']],
      ['targets', written['features']],
      ['firstEqual', written['features']],
      ['rowCount', 1e9],
      ['inputs', []],
      ['inputs', [{ name: 1, isNumber: 0 }]],
      ['classNames', ['only one']],
      ['fileName', null],
    ] as const)
      expect(readWrittenTable({ ...written, [key]: value }), key).toBeNull();
  });

  it('is read or refused, whatever stands there', () => {
    const written = asFile(writtenTable(smallTable()));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(written)), fc.jsonValue(), (key, value) => {
        const read = readWrittenTable({ ...written, [key]: value });
        if (read) expect(read.id).toBe(written['id']);
      }),
    );
  });
});
