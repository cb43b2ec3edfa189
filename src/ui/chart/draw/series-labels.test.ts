import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from './series-labels.ts';

const positions = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 12 });

describe('placeLabels', () => {
  it('leaves labels alone that have room', () => {
    expect(placeLabels([120, 20, 60], 14, [0, 200])).toEqual([120, 20, 60]);
  });

  it('parts two that collide by the same way each', () => {
    expect(placeLabels([100, 104], 14, [0, 200])).toEqual([95, 109]);
    expect(placeLabels([104, 100], 14, [0, 200])).toEqual([109, 95]);
  });

  it('pushes away from the edges', () => {
    expect(placeLabels([199, 200, 198], 14, [0, 200])).toEqual([186, 200, 172]);
    expect(placeLabels([-30, 1], 14, [0, 200])).toEqual([0, 14]);
  });

  it('keeps order, distance and the inside of the plot', () => {
    fc.assert(
      fc.property(positions, (wanted) => {
        const placed = placeLabels(wanted, 14, [0, 200]);
        const sorted = [...placed].sort((a, b) => a - b);
        sorted.slice(1).forEach((y, i) => expect(y - (sorted[i] ?? 0)).toBeGreaterThan(14 - 1e-6));
        for (const y of placed) expect(y >= -1e-6 && y <= 200 + 1e-6).toBe(true);
        wanted.forEach((a, i) => {
          wanted.forEach((b, j) => {
            if (a < b) expect(placed[i]).toBeLessThan(placed[j] ?? NaN);
          });
        });
      }),
    );
  });

  it('squeezes what cannot fit', () => {
    expect(placeLabels([50, 50, 50], 14, [40, 60])).toEqual([40, 50, 60]);
  });
});
