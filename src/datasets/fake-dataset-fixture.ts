/** A stored set for tests of how rows are drawn, whose rows tell who they are. */
import { expect } from 'vitest';
import type { Dataset, PoolName, Rows, StoredRows } from './dataset.ts';

export interface Loads {
  pool: PoolName;
  shards: readonly number[];
}

/** A start for sets that no user can choose. */
export const FAKE_START: Dataset['start'] = {
  ...{ trainingExamples: 1, validationExamples: 1, hiddenLayers: [], learningRate: 0.1 },
  ...{ batchSize: 1, epochs: 1, pace: 5, arms: [{}] },
};

/** Rows that tell who they are: features (row number, 2 bytes), target row % 10; held out from 30000. */
export function fakeDataset(
  training: number[],
  heldOut: number[] | null,
  loads: Loads[] = [],
): Dataset {
  const sum = (rows: readonly number[]) => rows.reduce((a, b) => a + b, 0);
  const shardRows = { training, heldOut: heldOut ?? [] };
  const loadShards: StoredRows['loadShards'] = (pool, shards, { onProgress }) => {
    loads.push({ pool, shards });
    const bytes = shards.length * 100;
    onProgress(0, bytes);
    const rows = shards.flatMap((shard) => {
      const first = (pool === 'heldOut' ? 30000 : 0) + sum(shardRows[pool].slice(0, shard));
      return Array.from({ length: shardRows[pool][shard] ?? 0 }, (_, i) => first + i);
    });
    onProgress(bytes, bytes);
    return Promise.resolve({
      count: rows.length,
      features: Uint8Array.from(rows.flatMap((row) => [row >> 8, row & 255])),
      featureScale: 1 / 255,
      targets: Float32Array.from(rows, (row) => row % 10),
    });
  };
  return {
    id: 'fake',
    label: 'Fake',
    group: 'tables',
    task: 'classification',
    featureCount: 2,
    outputs: 10,
    classNames: [],
    words: { examples: 'examples', class: 'class' },
    introduction: { aim: 'learn', rows: 'examples' },
    featureNames: null,
    image: null,
    target: null,
    noise: null,
    standardizes: { features: false, target: false },
    start: FAKE_START,
    poolRows: { training: sum(training), heldOut: heldOut && sum(heldOut) },
    rows: { kind: 'stored', shardRows, loadShards, files: [] },
    source: '',
    licence: '',
    thumbnail: '',
  };
}

/** Which rows they are. */
export function identities({ features, count }: Rows): number[] {
  expect(features).toHaveLength(count * 2); // compact
  return Array.from(
    { length: count },
    (_, i) => (features[2 * i] ?? 0) * 256 + (features[2 * i + 1] ?? 0),
  );
}
