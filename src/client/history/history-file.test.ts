import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallTable } from '../../datasets/own/table/own-table-fixture.ts';
import { historyFile, readHistoryFile } from './history-file.ts';
import { historyEntry } from './history-shelf-fixture.ts';

/** Takes numbers alone. */
const check = (run: string) => (/^[\d.]+$/.test(run) ? null : 'There is no number.');
const read = (text: string) => readHistoryFile(text, check);

describe('a history as a file', () => {
  it('comes back as it went out', () => {
    const rows = [
      { entry: historyEntry({ size: 3 }), run: '1.5' },
      { entry: historyEntry({ id: 'b', name: '<b>"B"</b>\n', isPinned: true, size: 1 }), run: '7' },
    ];
    expect(read(historyFile(rows).text)).toEqual({ rows, refused: [], problem: null });
  });

  it('is read but for its damaged runs, which are named with what is wrong', () => {
    const rows = [
      { entry: historyEntry({ size: 1 }), run: '1' },
      { entry: historyEntry({ id: 'b' }), run: 'null' },
    ];
    const text = historyFile([
      ...rows,
      { entry: historyEntry({ parts: [1] as never }), run: '2' },
    ]).text;
    expect(read(text)).toEqual({
      rows: [rows[0]],
      refused: [
        'Run 2 (Dropout on digits): There is no number.',
        'Run 3 (Dropout on digits): 1 is no text of up to 1000 characters. (parts.0)',
      ],
      problem: null,
    });
  });

  it.each([
    ['', 'This file is no JSON.'],
    ['{"format":', 'This file is no JSON.'],
    ['[]', 'This file does not hold a history of this page.'],
    [
      '{"format":"regularization-playground/run"}',
      'This file does not hold a history of this page.',
    ],
    [
      '{"format":"regularization-playground/history","version":2}',
      'This history is of another version; this page reads version 1.',
    ],
    [
      '{"format":"regularization-playground/history","version":1}',
      'This history is damaged: it has no list of runs, or too long a one.',
    ],
  ])('%s is refused', (text, problem) => {
    expect(read(text)).toEqual({ rows: [], refused: [], problem });
  });

  it('never throws, whatever the file holds, a million brackets included', () => {
    const depth = 1_000_000;
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const file = (runs: string) =>
      `{"format":"regularization-playground/history","version":1,"runs":${runs}}`;
    expect(read(deep).rows).toEqual([]);
    expect(read(file(deep)).rows).toEqual([]);
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(read(json).rows).toEqual([]);
        expect(read(file(`[${json}]`)).rows).toEqual([]);
        expect(read(file(`[{"entry":${json},"run":1,"__proto__":${json}}]`)).rows).toEqual([]);
      }),
    );
  });
});

describe('own tables in the file', () => {
  const table = smallTable();
  const dataset = { id: table.id, label: table.fileName };
  const rows = ['a', 'b'].map((id) => ({
    entry: historyEntry({ id, dataset, size: 1 }),
    run: '1',
    table,
  }));

  it('come with the runs on them, each once', () => {
    const { text, tables } = historyFile(rows);
    expect(tables).toEqual([table]);
    expect(text.split('"features"')).toHaveLength(2);
    const { reading: _, ...written } = table;
    expect(read(text).rows.map((row) => row.table)).toEqual([written, written]);
  });

  it('that are damaged are left out, and their runs come in', () => {
    const text = historyFile(rows).text.replace('"rowCount":40', '"rowCount":41');
    expect(read(text).rows.map((row) => row.table)).toEqual([undefined, undefined]);
  });

  it('that are large are left out, and named', () => {
    const large = { ...table, features: new Float32Array(3e6) };
    const { text, leftOut } = historyFile(rows.map((row) => ({ ...row, table: large })));
    expect(leftOut).toEqual([large]);
    expect(read(text).rows).toHaveLength(2);
  });
});
