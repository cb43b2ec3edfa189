import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { presetsTable } from '../../tests/effects/presets-table.ts';

it('docs/presets.md has a row for every preset and every claim, and no other (`npm run docs` writes them)', () => {
  const lines = readFileSync('docs/presets.md', 'utf8').split('\n');
  const table = lines.filter((line) => line.startsWith('| ')).slice(2);
  expect(table).toEqual(presetsTable());
});
