import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DATASET_GROUPS } from './dataset.ts';
import type { Dataset } from './dataset.ts';
import { DATASETS, findDataset } from './registry.ts';

test('finds by id, and only what exists', () => {
  expect(findDataset('mnist')?.label).toBe('MNIST');
  expect(findDataset('imagenet')).toBeUndefined();
  expect(new Set(DATASETS.map(({ id }) => id)).size).toBe(DATASETS.length);
});

test('every group has its sets, side by side', () => {
  const groups = DATASETS.map(({ group }) => group);
  const inOrder = DATASET_GROUPS.flatMap(({ id }) => groups.filter((group) => group === id));
  expect(groups).toEqual(inOrder);
  for (const { id } of DATASET_GROUPS) expect(groups).toContain(id);
});

test('every list of shards belongs to a registered set', () => {
  const files = readdirSync(`${import.meta.dirname}/sets`);
  const listed = files.filter((file) => file.endsWith('.shards.ts'));
  expect(listed).not.toEqual([]);
  for (const file of listed) expect(findDataset(file.replace('.shards.ts', ''))).toBeDefined();
});

describe.each<Dataset>(DATASETS)('$id', (dataset) => {
  test('its counts agree with each other', () => {
    const total = (rows: readonly number[]) => rows.reduce((a, b) => a + b, 0);
    const { rows, poolRows, start } = dataset;
    if (rows.kind === 'stored') {
      expect(poolRows.training).toBe(total(rows.shardRows.training));
      expect(poolRows.heldOut ?? 0).toBe(total(rows.shardRows.heldOut));
    }
    const held = poolRows.heldOut ?? poolRows.training - start.trainingExamples;
    expect(start.trainingExamples).toBeLessThanOrEqual(poolRows.training);
    expect(start.validationExamples).toBeLessThan(held);
    if (dataset.image)
      expect(dataset.image.width * dataset.image.height).toBe(dataset.featureCount);
    else expect(new Set(dataset.featureNames).size).toBe(dataset.featureCount);
  });

  test('it says what is predicted', () => {
    const isRegression = dataset.task === 'regression';
    expect(dataset.outputs).toBe(isRegression ? 1 : dataset.classNames.length);
    expect(dataset.classNames.length > 1).toBe(!isRegression);
    expect(dataset.target !== null).toBe(isRegression);
    if (dataset.noise) expect(dataset.noise.initial).toBeLessThanOrEqual(dataset.noise.max);
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
