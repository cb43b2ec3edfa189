import { expect, it } from 'vitest';
import { historyEntry } from '../../client/history/history-shelf-fixture.ts';
import { smallTable } from '../../datasets/own/table/own-table-fixture.ts';
import { roomText } from './room-text.ts';

const row = { entry: historyEntry({ name: 'Mine' }), run: '{}' };
const whole = { id: 'a', dropped: [], droppedTables: [], isWhole: true };
const table = smallTable();

it('is silent where there was room, with a table or without', () => {
  expect(roomText(row, { ...whole, isWhole: false })).toBeNull();
  expect(roomText({ ...row, table }, whole)).toBeNull();
});

it('names the runs and tables that had to go, the first three of many', () => {
  const dropped = ['1', '2', '3', '4', '5'].map((name) => historyEntry({ name }));
  expect(roomText(row, { ...whole, dropped, droppedTables: [table] })).toBe(
    'This browser has no room left. For the new run the oldest in History made room: “1”, “2”, “3” and 2 more. What is pinned stays. Own tables made room first: “small.csv”. A run on one of them asks for its file when it is opened.',
  );
});

it('says that a run is kept without its table', () => {
  expect(roomText({ ...row, table }, { ...whole, isWhole: false })).toContain(
    '“Mine” is kept without its table: when that is gone, opening the run asks for the file “small.csv”.',
  );
});
