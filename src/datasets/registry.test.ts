import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DATASETS, findDataset } from './registry.ts';

test('finds by id, and only what exists', () => {
  expect(findDataset('mnist')?.label).toBe('MNIST');
  expect(findDataset('imagenet')).toBeUndefined();
  expect(new Set(DATASETS.map(({ id }) => id)).size).toBe(DATASETS.length);
});

test('every list of shards belongs to a registered set', () => {
  const listed = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.shards.ts'));
  for (const file of listed) expect(findDataset(file.replace('.shards.ts', ''))).toBeDefined();
});

describe.each(DATASETS)('$id', (dataset) => {
  test('its counts agree with each other', () => {
    const total = (rows: readonly number[]) => rows.reduce((a, b) => a + b, 0);
    expect(dataset.poolRows.training).toBe(total(dataset.shardRows.training));
    expect(dataset.poolRows.heldOut ?? 0).toBe(total(dataset.shardRows.heldOut));
    expect(dataset.classNames).toHaveLength(dataset.outputs);
    if (dataset.image) {
      expect(dataset.image.width * dataset.image.height).toBe(dataset.featureCount);
    }
  });

  test('it names its source and licence', () => {
    expect(dataset.source.length).toBeGreaterThan(20);
    expect(dataset.licence.length).toBeGreaterThan(4);
  });

  test('its thumbnail is plain SVG in the current colour', () => {
    expect(dataset.thumbnail).toContain('currentColor');
    expect(dataset.thumbnail).not.toMatch(/<svg|<script|href|#/);
    expect(dataset.thumbnail.match(/<g[ >]/g)?.length).toBe(
      dataset.thumbnail.match(/<\/g>/g)?.length,
    );
  });
});
