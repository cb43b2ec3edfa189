import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceLimitError } from '../../../engine/step/device-limit-error.ts';
import { NETWORK_SCHEMA, TRAINING_SCHEMA } from '../../../experiment/experiment.ts';
import { DATASETS } from '../../../datasets/registry.ts';
import {
  elementCount,
  forEachLine,
  laneRectangles,
  lineRanges,
  tensorGrid,
} from './tensor-grid.ts';

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

describe('the rectangles of some lanes', () => {
  it('cover exactly these lanes, also in further columns, and as few as can be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 30, max: 70 }),
        (wanted, maxTextureSize) => {
          const grid = tensorGrid([wanted.length, 40, 5], maxTextureSize, 8);
          const rectangles = laneRectangles(grid, (lane) => wanted[lane] ?? false);
          const times = new Map<string, number>();
          for (const { x, y, width, height } of rectangles)
            for (let i = x; i < x + width; i++)
              for (let j = y; j < y + height; j++)
                times.set(`${i} ${j}`, (times.get(`${i} ${j}`) ?? 0) + 1);
          const expected = wanted.flatMap((isWanted, lane) => {
            const x = Math.floor(lane / grid.lanesPerColumn) * grid.texelsPerLine;
            const y = (lane % grid.lanesPerColumn) * grid.linesPerLane;
            return isWanted ? texelsOf(x, y, grid.texelsPerLine, grid.linesPerLane) : [];
          });
          expect(new Set(times.keys())).toEqual(new Set(expected));
          expect([...times.values()].every((count) => count === 1)).toBe(true);
          const starts = wanted.filter(
            (is, lane) => is && (lane % grid.lanesPerColumn === 0 || wanted[lane - 1] !== true),
          );
          expect(rectangles).toHaveLength(starts.length);
        },
      ),
    );
  });
});

function texelsOf(x: number, y: number, width: number, height: number): string[] {
  return Array.from(
    { length: width * height },
    (_, i) => `${x + (i % width)} ${y + Math.floor(i / width)}`,
  );
}
