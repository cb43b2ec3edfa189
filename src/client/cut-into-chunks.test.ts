import { describe, expect, it } from 'vitest';
import { cutIntoChunks, lanesOfChunk } from './cut-into-chunks.ts';
import { specs } from './lane-pool-fixture.ts';

describe('chunks', () => {
  it('hold every lane once, of one data set and one number of epochs each', () => {
    const mixed = specs.map((spec, lane) =>
      lane % 7 === 0 ? { ...spec, training: { ...spec.training, epochs: 3 } } : spec,
    );
    const chunks = cutIntoChunks(mixed, lanesOfChunk(mixed.length, 2));
    expect(chunks.flat().sort((a, b) => a - b)).toEqual([...mixed.keys()]);
    for (const chunk of chunks)
      expect(new Set(chunk.map((lane) => mixed[lane]?.training.epochs)).size).toBe(1);
  });

  it('share the work evenly: four or more a worker, where there are so many lanes', () => {
    expect(cutIntoChunks(specs, lanesOfChunk(specs.length, 2)).length).toBeGreaterThanOrEqual(8);
    expect(cutIntoChunks(specs.slice(0, 3), lanesOfChunk(3, 8))).toHaveLength(3);
    expect(cutIntoChunks([], lanesOfChunk(0, 2))).toEqual([]);
  });

  it('keep lanes with the same rows together', () => {
    const switches = cutIntoChunks(specs, lanesOfChunk(specs.length, 1))
      .flat()
      .map((lane) => specs[lane]?.identity)
      .filter((one, place, all) => {
        const before = all[place - 1];
        return before?.fold !== one?.fold || before?.replicate !== one?.replicate;
      });
    expect(switches).toHaveLength(25);
  });
});
