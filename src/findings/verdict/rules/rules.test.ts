/**
 * Every rule of the verdict at its ordinary case and at made-up extremes, with the sentence that must come
 * out. docs/verdict.md is the same table to read; the last test holds the two together.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verdict } from '../verdict-fixture.ts';
import { FITTING_CASES } from './fitting-fixture.ts';
import { RANKING_CASES } from './ranking-fixture.ts';
import { REGULARIZER_EFFECTS_CASES } from './regularizer-effects-fixture.ts';
import { RUN_HISTORY_CASES } from './run-history-fixture.ts';
import { SEVERAL_ARMS_CASES } from './several-arms-fixture.ts';
import { WRONG_LABELS_CASES } from './wrong-labels-fixture.ts';

/** In the order of the table. */
const CASES = [
  ...RANKING_CASES,
  ...FITTING_CASES,
  ...WRONG_LABELS_CASES,
  ...REGULARIZER_EFFECTS_CASES,
  ...SEVERAL_ARMS_CASES,
  ...RUN_HISTORY_CASES,
].sort((one, other) => Number(one.rule) - Number(other.rule));

describe('a rule of the verdict', () => {
  it.each(CASES)('$rule: $when', ({ lanes, changes, sentence, never, leads }) => {
    const statements = verdict(lanes, changes);
    if (leads) expect(statements[0]).toContain(sentence);
    else expect(statements.join(' ')).toContain(sentence);
    if (never) expect(statements.join(' ')).not.toMatch(never);
  });

  it('stands in docs/verdict.md with its sentence', () => {
    const text = readFileSync('docs/verdict.md', 'utf8');
    const rows = text.split('\n').filter((line) => /^\| \d+ \|/.test(line));
    expect(rows).toEqual(
      CASES.map(({ rule, when, sentence }) => `| ${rule} | ${when} | ${sentence} |`),
    );
  });
});
