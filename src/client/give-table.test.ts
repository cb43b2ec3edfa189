import { expect, test } from 'vitest';
import type { OwnTable } from '../datasets/own/table/own-table.ts';
import { giveTable } from './give-table.ts';

const table: OwnTable = {
  ...{ id: 'table-given', fileName: 'given.csv', fileSum: '0', targetName: 't', classNames: [] },
  ...{ inputs: [{ name: 'a', isNumber: true }], rowCount: 2 },
  features: Float32Array.of(1, 2),
  targets: Float32Array.of(3, 4),
  firstEqual: Int32Array.of(0, 1),
};

const find = (id: string) => (id === table.id ? { table } : undefined);

const listener = () => {
  const heard: unknown[] = [];
  return { heard, worker: { postMessage: (message: unknown) => heard.push(message) } };
};

test('a worker is given a table once, another worker anew, and no other set', () => {
  const [one, other] = [listener(), listener()];
  giveTable(one.worker, 'digits', find);
  expect(one.heard).toEqual([]);
  giveTable(one.worker, 'table-given', find);
  giveTable(one.worker, 'table-given', find);
  expect(one.heard).toEqual([{ type: 'keepTable', table }]);
  giveTable(other.worker, 'table-given', find);
  expect(other.heard).toHaveLength(1);
});
