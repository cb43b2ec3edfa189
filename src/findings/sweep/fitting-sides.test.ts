import { describe, expect, it } from 'vitest';
import { fittingSides } from './fitting-sides.ts';
import type { FittingPoint } from './fitting-sides.ts';

const points = (
  training: readonly number[],
  validation: readonly number[],
  standardError: number | null = 0.02,
): FittingPoint[] =>
  training.map((trainingLoss, i) => ({
    ...{ trainingLoss, validationLoss: validation[i] ?? NaN, standardError },
  }));

describe('the sides of a sweep over one axis', () => {
  it('overfit where training is better than at the best and validation worse, underfit where both are worse', () => {
    const found = fittingSides(
      points([0.01, 0.05, 0.1, 0.15, 0.4, 0.6], [0.5, 0.3, 0.2, 0.21, 0.45, 0.7]),
    );
    expect(found).toEqual({
      before: { kind: 'overfits', from: 0, to: 1 },
      after: { kind: 'underfits', from: 4, to: 5 },
    });
  });

  it('may both underfit, as of a learning rate, and turn round with the axis', () => {
    const rate = points([0.6, 0.1, 0.9], [0.7, 0.2, 0.9]);
    expect(fittingSides(rate).before?.kind).toBe('underfits');
    expect(fittingSides(rate).after?.kind).toBe('underfits');
    const width = points([0.5, 0.1, 0.01], [0.5, 0.2, 0.4]);
    expect(fittingSides(width).before?.kind).toBe('underfits');
    expect(fittingSides(width).after?.kind).toBe('overfits');
  });

  it('are not named where validation is within one standard error of the best', () => {
    expect(fittingSides(points([0.01, 0.1, 0.4], [0.215, 0.2, 0.219]))).toEqual({
      ...{ before: null, after: null },
    });
  });

  it('are not named of a single split, of one value, or of none', () => {
    const none = { before: null, after: null };
    expect(fittingSides(points([0.01, 0.1, 0.4], [0.5, 0.2, 0.5], null))).toEqual(none);
    expect(fittingSides(points([0.1], [0.2]))).toEqual(none);
    expect(fittingSides([])).toEqual(none);
  });

  it('are not named where the end of the axis has no figures', () => {
    const { after } = fittingSides(points([0.1, 0.4, NaN], [0.2, 0.5, NaN]));
    expect(after).toBeNull();
  });
});
