import { describe, expect, it } from 'vitest';
import { historyEntry } from './history-shelf-fixture.ts';
import { MOST_UNPINNED, roomFor, tableOrder, tooMany } from './kept-number.ts';

const runs = (count: number, isPinned = false) =>
  Array.from({ length: count }, (_, age) =>
    historyEntry({
      id: `${isPinned ? 'pinned' : 'run'} ${age}`,
      keptAt: 1e6 - age,
      isPinned,
      size: 10,
    }),
  );
const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe('too many', () => {
  it('are none before there are fifty', () => {
    expect(tooMany(runs(MOST_UNPINNED - 1), 1)).toEqual([]);
  });

  it('are the oldest, and never what is pinned', () => {
    const entries = [...runs(80, true), ...runs(MOST_UNPINNED)];
    expect(idsOf(tooMany(entries, 1))).toEqual([`run ${MOST_UNPINNED - 1}`]);
    expect(tooMany(entries, 0)).toEqual([]);
  });
});

describe('room for a run', () => {
  it('is made by the fewest of the oldest', () => {
    expect(idsOf(roomFor(runs(9), 15))).toEqual(['run 8', 'run 7']);
  });

  it('is what there is where that is not enough, and never what is pinned', () => {
    expect(idsOf(roomFor([...runs(2), ...runs(5, true)], 1000))).toEqual(['run 1', 'run 0']);
  });
});

describe('own tables', () => {
  const on = (table: string, keptAt: number, isPinned = false) =>
    historyEntry({ keptAt, isPinned, dataset: { id: table, label: table } });

  it('make room in the order of the last run on them, those of pinned runs last', () => {
    const entries = [on('a', 1), on('b', 2), on('a', 3), on('c', 0, true), on('c', 9)];
    expect(tableOrder(entries, ['a', 'b', 'c'])).toEqual({ unpinned: ['b', 'a'], pinned: ['c'] });
  });
});
