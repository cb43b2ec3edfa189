import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceLimitError } from '../../../engine/device-limit-error.ts';
import { NETWORK_SCHEMA, TRAINING_SCHEMA } from '../../../protocol/experiment.ts';
import { DATASETS } from '../../../datasets/registry.ts';
import { elementCount, forEachLine, lineRanges, tensorGrid } from './tensor-grid.ts';

const planeCounts = fc.constantFrom(4, 8);

describe('the place of elements in a texture', () => {
  it('is one for each, within the texture, for any shape and size of texture', () => {
    const shapes = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 70 })),
      fc.tuple(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
      ),
    );
    fc.assert(
      fc.property(
        ...[shapes, fc.integer({ min: 30, max: 64 }), planeCounts, fc.integer({ min: 1, max: 99 })],
        (shape, maxTextureSize, planes, texelLimit) => {
          const grid = tensorGrid(shape, maxTextureSize, planes);
          expect(Math.max(grid.width, grid.height)).toBeLessThanOrEqual(maxTextureSize);
          const seen = new Uint8Array(elementCount(grid));
          for (const range of lineRanges(grid, texelLimit)) {
            expect(range.firstLine + range.lineCount).toBeLessThanOrEqual(grid.height);
            expect((range.laneColumn + 1) * grid.texelsPerLine).toBeLessThanOrEqual(grid.width);
            forEachLine(grid, range, (_, first) => {
              if (first < 0) return;
              for (let i = first; i < first + grid.columns; i++) seen[i] = (seen[i] ?? 0) + 1;
            });
          }
          expect(seen.every((times) => times === 1)).toBe(true);
        },
      ),
    );
  });

  it('exists in the smallest textures of WebGL 2 for every network that can be set', () => {
    const { maxUnits } = NETWORK_SCHEMA.hiddenLayers;
    const widest = Math.max(maxUnits, ...DATASETS.map(({ featureCount }) => featureCount));
    const rows = Math.max(TRAINING_SCHEMA.batchSize.max, widest);
    for (const planes of [4, 8] as const)
      for (const lanes of [1, 16])
        expect(() => tensorGrid([lanes, rows, widest], 2048, planes)).not.toThrow();
  });

  it('is refused with the sizes where there is none', () => {
    const refused = () => tensorGrid([1, 100, 4000], 512, 8);
    expect(refused).toThrow(DeviceLimitError);
    expect(refused).toThrow(
      'a tensor of shape [1, 100, 4000] needs a texture of 1000 x 13 texels, and the largest is 512 x 512',
    );
  });
});
