/**
 * Every rule of the conclusions of a sweep at its ordinary case and at made-up extremes, with the sentence
 * that must come out. docs/sweep.md is the same table to read; the last test holds the two together.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentences } from '../conclusion-fixture.ts';
import { BEST_CELL_CASES } from './best-cell-fixture.ts';
import { DIFFERENCES_CASES } from './differences-fixture.ts';
import { GIVEN_AXIS_CASES } from './given-axis-fixture.ts';
import { RESERVATIONS_CASES } from './reservations-fixture.ts';

/** In the order of the table. */
const CASES = [
  ...BEST_CELL_CASES,
  ...DIFFERENCES_CASES,
  ...GIVEN_AXIS_CASES,
  ...RESERVATIONS_CASES,
].sort((one, other) => Number(one.rule) - Number(other.rule));

describe('a rule of the conclusions', () => {
  it.each(CASES)('$rule: $when', ({ given, sentence, never }) => {
    const said = sentences(given);
    expect(said).toContain(sentence);
    if (never) expect(said.join(' ')).not.toMatch(never);
  });

  it('stands in docs/sweep.md with its sentence', () => {
    const text = readFileSync('docs/sweep.md', 'utf8');
    const rows = text.split('\n').filter((one) => /^\| \d+ \|/.test(one));
    expect(rows).toEqual(
      CASES.map(({ rule, when, sentence }) => `| ${rule} | ${when} | ${sentence} |`),
    );
  });
});
