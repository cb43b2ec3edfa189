import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import type { ArmId } from '../../experiment/experiment.ts';
import { ALSO_BETTER, BETTER, PLAIN, SAME, seeds, stillRising, WORSE } from './seeds-fixture.ts';
import { lane, NONE_WRONG, reaching, REGRESSION, repeats, verdict } from './verdict-fixture.ts';

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
      'B (dropout) and C (L2) both beat A on validation accuracy; between them nothing is shown: B 89.6 % (difference +16.6 points, interval 13.9 to 19.4); C 89.4 % (+16.4 points, 14.2 to 18.6); A 73.0 %. The 95 % intervals hold for both comparisons together; 5 seeds, at these settings.',
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
      /^B \(dropout\) is better than A on validation accuracy: B 89\.6 % \(difference \+16\.6 points, interval 13\.5 to 19\.8\); A 73\.0 %\. The 95 % intervals hold for all 3 comparisons together/,
    );
    expect(statements[1]).toMatch(
      /^D \(max-norm\) is worse than A on validation accuracy: D 50\.4 % \(difference −22\.6 points, interval −25\.0 to −20\.2\)/,
    );
    expect(statements[2]).toMatch(
      /^No difference from A on validation accuracy shown for C: C 73\.1 %/,
    );
    expect(statements).toHaveLength(3);
  });

  it('writes figures with a digit more where they would not give the differences', () => {
    const lanes = [
      ...seeds('A', [0.7545, 0.7445, 0.7645]),
      ...seeds('B', [0.8954, 0.8854, 0.9054]),
      ...seeds('C', [0.855, 0.845, 0.865]),
    ];
    const [first] = verdict(lanes, { experiment: experimentOf(3) });
    for (const part of [
      'B 89.54 % (difference +14.09 points',
      'C 85.50 % (+10.05 points',
      'A 75.45 %',
    ])
      expect(first).toContain(part);
  });

  it('names the best where it is clear of the other winners', () => {
    const lanes = [...seeds('A', WORSE), ...seeds('B', PLAIN), ...seeds('C', BETTER)];
    expect(verdict(lanes, { experiment: experimentOf(3) })[0]).toMatch(
      /^B \(dropout\) and C \(L2\) both beat A on validation accuracy, C by most: /,
    );
    // t(1 − .05 / 6, 4) = 3.961 over all three pairs.
    expect(verdict(lanes, { experiment: experimentOf(3) })[1]).toBe(
      'C is also better than B: by 16.6 points (interval 13.5 to 19.8). The 95 % intervals hold for all 3 pairs of arms together.',
    );
  });

  it('compares the best with all others that beat the first, the next best first', () => {
    const loss = (id: ArmId, values: readonly number[]) =>
      repeats(id, 'validationLoss', values, { trainingLoss: reaching(0.01) });
    const lanes = [
      ...loss('A', [6.1, 6.3, 5.9, 6.2, 6]),
      ...loss('B', [2.75, 2.85, 2.8, 2.7, 2.9]),
      ...loss('C', [1.3, 1.35, 1.32, 1.28, 1.4]),
      ...loss('D', [2.6, 2.7, 2.62, 2.68, 2.65]),
    ];
    const statements = verdict(lanes, { ...REGRESSION, experiment: experimentOf(4) });
    expect(statements[0]).toMatch(
      /^B \(dropout\), C \(L2\) and D \(max-norm\) all beat A on validation loss, C by most: /,
    );
    // t(1 − .05 / 12, 4) = 4.851 over all six pairs.
    expect(statements[1]).toBe(
      'C is also better than D and B: than D by 1.32 (interval 1.20 to 1.44), than B by 1.47 (interval 1.39 to 1.55). The 95 % intervals hold for all 6 pairs of arms together.',
    );
  });

  it('calls nothing better than a winner that still improves', () => {
    const lanes = [...seeds('A', WORSE), ...stillRising('B', PLAIN), ...seeds('C', BETTER)];
    const statements = verdict(lanes, { experiment: experimentOf(3) });
    expect(statements[0]).toContain(
      'both beat A on validation accuracy; between them nothing is shown:',
    );
    expect(statements[0]).toContain('B still improves at epoch 50.');
    expect(statements).toHaveLength(1);
  });

  it('compares the best only with those that it can be told from', () => {
    const lanes = [
      ...seeds('A', WORSE),
      ...seeds('B', BETTER),
      ...seeds('C', ALSO_BETTER),
      ...seeds('D', PLAIN),
    ];
    const statements = verdict(lanes, { experiment: experimentOf(4) });
    expect(statements[0]).toContain(
      'all beat A on validation accuracy; nothing is shown of the order of B and C:',
    );
    expect(statements[1]).toMatch(/^B is also better than D: by 16\.6 points \(interval /);
    expect(statements[1]).toMatch(/ The 95 % intervals hold for all 6 pairs of arms together\.$/);
  });

  it('gives two answers where the best of them has the higher loss', () => {
    const both = (id: ArmId, accuracy: number, loss: number) =>
      [0, 0.01, -0.01, 0.004].map((shift, replicate) =>
        lane(
          id,
          {
            validationAccuracy: reaching(accuracy + shift * (id === 'A' ? 1 : 0.8)),
            validationLoss: reaching(loss + shift),
            trainingAccuracy: reaching(0.99),
          },
          50,
          { ...NONE_WRONG, replicate },
        ),
      );
    const lanes = [...both('A', 0.7, 0.9), ...both('B', 0.8, 0.5), ...both('C', 0.9, 0.7)];
    expect(verdict(lanes, { experiment: experimentOf(3) })).toContainEqual(
      expect.stringMatching(
        /^Two answers: C is right more often than B \(\+10\.0 points, .*\), but its validation loss is higher \(\+0\.200, /,
      ),
    );
  });

  it('places arms of one seed side by side, and doubts the closest to the best', () => {
    const lanes = [...seeds('A', [0.72]), ...seeds('B', [0.9]), ...seeds('C', [0.902])];
    expect(verdict(lanes, { experiment: experimentOf(3) })).toEqual([
      'One run: C ends at 90.2 % validation accuracy, B at 90.0 %, A at 72.0 % on the same 500 images. C’s lead over B is too small to tell on 500 images.',
    ]);
  });

  it('says of every arm of one seed whether it can be told from the best', () => {
    const lanes = [
      ...[...seeds('A', [0.72]), ...seeds('B', [0.9])],
      ...[...seeds('C', [0.902]), ...seeds('D', [0.898])],
    ];
    const last = (discordance?: (one: string, other: string) => number) =>
      verdict(lanes, {
        experiment: experimentOf(4),
        ...(discordance && { discordance }),
      })[0]?.split('images. ')[1];
    expect(last()).toBe('C’s lead over B and D is too small to tell on 500 images.');
    expect(last(() => 2100)).toBe('C’s lead over any other is too small to tell on 500 images.');
    expect(last((_, other) => (other === 'A' ? 91 : 60))).toContain('over B and D is too small');
    const apart = [...seeds('A', [0.72]), ...seeds('B', [0.8]), ...seeds('C', [0.902])];
    expect(verdict(apart, { experiment: experimentOf(3), discordance: () => 91 })[0]).toContain(
      'Another seed may differ',
    );
    const less = [...seeds('A', [0.86]), ...seeds('B', [0.9]), ...seeds('C', [0.902])];
    expect(verdict(less, { experiment: experimentOf(3) })[0]).toContain(
      'C’s lead over B is too small to tell on 500 images, and its lead over A may be.',
    );
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
