import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import { ALSO_BETTER, BETTER, PLAIN, SAME, seeds, WORSE } from './seeds-fixture.ts';
import { verdict } from './verdict-fixture.ts';

const REGULARIZERS = [
  {},
  { dropout: { rate: 0.5, inputRate: 0.2 } },
  { l2: { lambda: 0.01 } },
  { maxNorm: { limit: 1 } },
] as const;

function experimentOf(arms: number) {
  return stageWith({
    arms: REGULARIZERS.slice(0, arms).map((regularizers) => ({ regularizers })),
    training: { replicates: 5 },
  });
}

// The intervals are those of scipy.stats, at .05 divided by the number of comparisons.
describe('more than two arms over several seeds', () => {
  it('does not order two clear winners that cannot be told from each other', () => {
    const lanes = [...seeds('A', PLAIN), ...seeds('B', BETTER), ...seeds('C', ALSO_BETTER)];
    expect(verdict(lanes, { experiment: experimentOf(3) })).toEqual([
      'B (dropout) and C (L2) both beat A on validation; between them nothing is shown: B 89.6 % (+16.6 points, 13.9 to 19.4); C 89.4 % (+16.4 points, 14.2 to 18.6); A 73.0 %. The 95 % intervals hold for all 2 comparisons together; 5 seeds, at these settings.',
    ]);
  });

  it('widens the intervals with the number of comparisons, and sorts what they show', () => {
    const lanes = [
      ...seeds('A', PLAIN),
      ...seeds('B', BETTER),
      ...seeds('C', SAME),
      ...seeds('D', WORSE),
    ];
    const statements = verdict(lanes, { experiment: experimentOf(4) });
    expect(statements[0]).toMatch(
      /^B \(dropout\) is better than A on validation: B 89\.6 % \(\+16\.6 points, 13\.5 to 19\.8\); A 73\.0 %\. The 95 % intervals hold for all 3 comparisons together/,
    );
    expect(statements[1]).toMatch(
      /^D \(max-norm\) is worse than A on validation: D 50\.4 % \(−22\.6 points, −25\.0 to −20\.2\)/,
    );
    expect(statements[2]).toMatch(/^No difference from A on validation shown for C: C 73\.1 %/);
    expect(statements).toHaveLength(3);
  });

  it('names the best where it is clear of the other winners', () => {
    const lanes = [...seeds('A', WORSE), ...seeds('B', PLAIN), ...seeds('C', BETTER)];
    expect(verdict(lanes, { experiment: experimentOf(3) })[0]).toMatch(
      /^B \(dropout\) and C \(L2\) both beat A on validation, C by most: /,
    );
  });

  it('places arms of one seed side by side, and doubts the closest', () => {
    const lanes = [...seeds('A', [0.72]), ...seeds('B', [0.9]), ...seeds('C', [0.902])];
    expect(verdict(lanes, { experiment: experimentOf(3) })).toEqual([
      'One run: C ends at 90.2, B at 90.0, A at 72.0 % on the same 500 images. 500 images cannot tell C and B apart.',
    ]);
  });

  it('says which arm has too few seeds left', () => {
    const lanes = [
      ...seeds('A', PLAIN),
      ...seeds('B', BETTER),
      ...seeds('C', ALSO_BETTER.slice(0, 2)),
    ];
    const statements = verdict(lanes, { experiment: experimentOf(3) });
    // One comparison is left, at its full 95 %.
    expect(statements[0]).toContain('(95 % interval 14.4 to 18.8;');
    expect(statements[1]).toBe('Too few seeds for C: it has figures beside A’s in two seeds only.');
  });
});
