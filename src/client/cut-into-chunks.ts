/**
 * Cuts lanes into chunks, each trained by one worker in one go. How they are cut changes no figure. Lanes of
 * one chunk are of one data set and one number of epochs; those with the same rows stay together, so that
 * rows are drawn once.
 */
import type { LaneSpec } from '../experiment/lane-spec.ts';

/**
 * The least number of chunks for each worker. The others wait for the last chunk to finish, so it must be a small
 * part of a worker's share.
 */
const CHUNKS_PER_WORKER = 4;
/** More lanes hold more memory, and make the first results wait. */
const MOST_LANES = 32;

/** How many lanes of so many a chunk should have. */
export function lanesOfChunk(lanes: number, workers: number): number {
  return Math.max(1, Math.min(MOST_LANES, Math.ceil(lanes / (workers * CHUNKS_PER_WORKER))));
}

/** Indices into the specs, in the order in which chunks are to be trained; `most` lanes in each. */
export function cutIntoChunks(specs: readonly LaneSpec[], most: number): number[][] {
  const chunks: number[][] = [];
  for (const group of groupAlike(specs))
    for (let from = 0; from < group.length; from += most)
      chunks.push(group.slice(from, from + most));
  return chunks;
}

/** Groups lanes by what a chunk must have in common, and sorts each group by its rows. */
function groupAlike(specs: readonly LaneSpec[]): number[][] {
  const groups = new Map<string, Map<string, number[]>>();
  specs.forEach((spec, index) => {
    const kind = `${spec.data.dataset}/${spec.training.epochs}`;
    const byRows = groups.get(kind) ?? new Map<string, number[]>();
    groups.set(kind, byRows);
    const rows = JSON.stringify([spec.data, spec.identity, spec.folds, spec.trainingDraw]);
    const members = byRows.get(rows) ?? [];
    byRows.set(rows, members);
    members.push(index);
  });
  return [...groups.values()].map((byRows) => [...byRows.values()].flat());
}
