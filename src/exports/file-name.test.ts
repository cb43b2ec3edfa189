import { describe, expect, it } from 'vitest';
import { keepTable } from '../datasets/own/kept-tables.ts';
import { buildTable, readTable } from '../datasets/own/table/read-table.ts';
import { codeFileOf } from './code/code-file.ts';
import { fileName } from './file-name.ts';
import type { FileSubject } from './file-name.ts';

const comparison: FileSubject = { page: 'compare', dataset: 'digits' };

describe('the name of a file', () => {
  it.each<[subject: FileSubject, part: string | null, extension: string, wanted: string]>([
    [comparison, null, 'json', 'compare-digits.json'],
    [comparison, 'curves', 'csv', 'compare-digits-curves.csv'],
    [{ ...comparison, armId: 'B' }, null, 'safetensors', 'compare-digits-arm-b.safetensors'],
    [{ ...comparison, armId: null }, null, 'safetensors', 'compare-digits.safetensors'],
    [{ page: 'sweep', dataset: 'breast-cancer' }, null, 'csv', 'sweep-breast-cancer.csv'],
    [{ page: 'bias-variance' }, 'Double descent', 'csv', 'bias-variance-double-descent.csv'],
  ])('begins with the page and the data (%j, %s)', (subject, part, extension, wanted) => {
    expect(fileName(subject, part, extension)).toBe(wanted);
  });

  it('names an own table by its file', () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i % 7},${i % 2 ? 'a' : 'b'}`).join('\n');
    const bytes = new TextEncoder().encode(`size,kind\n${rows}\n`);
    const nameFrom = (file: string) => {
      const table = buildTable(readTable(bytes), bytes, file);
      keepTable(table);
      return [fileName({ page: 'compare', dataset: table.id }, null, 'json'), table.id];
    };
    expect(nameFrom('My Titanic.v2.csv')[0]).toBe('compare-my-titanic-v2.json');
    const [name, id] = nameFrom('?.csv');
    expect(name).toBe(`compare-${id ?? ''}.json`);
  });

  it('of code says for what it is written, notebooks by their ending', () => {
    const names = (['pytorch', 'keras', 'notebook'] as const).map(
      (kind) => codeFileOf({ ...comparison, armId: 'A' }, kind, '')[0],
    );
    expect(names).toEqual([
      'compare-digits-arm-a-pytorch.py',
      'compare-digits-arm-a-keras.py',
      'compare-digits-arm-a.ipynb',
    ]);
  });
});
