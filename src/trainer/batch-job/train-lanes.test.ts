import { describe, expect, it } from 'vitest';
import { digits } from '../../datasets/sets/digits.ts';
import { plainForward } from '../../engine/step/plain-forward.ts';
import { scaledRows } from '../../engine/step/scaled-rows.ts';
import { END_FIGURES_ONLY } from '../../figures/lane-result.ts';
import type { LaneResult } from '../../figures/lane-result.ts';
import { endingAtJudged, judgedRow } from '../../plans/judged-epoch.ts';
import { rowPartsOrder } from '../../plans/row-parts-order.ts';
import { planLane } from '../plan-lanes.ts';
import {
  SHARED,
  liveValues,
  loadRows,
  serveFromDisk,
  specs,
  train,
  trainLive,
  valuesOf,
} from './batch-job-fixture.ts';

serveFromDisk();

describe('lanes of a batch', () => {
  it('end with the figures of a live run, bit for bit', async () => {
    const live = await trainLive();
    const results = await train(specs);
    results.forEach((result, lane) => {
      const diverged = lane % 4 === 3;
      expect(result.end.kind === 'diverged').toBe(diverged);
      if (diverged) return;
      const { restoredEpoch } = result.end;
      const rows = live.rows[lane] ?? [];
      expect(restoredEpoch).toBe(live.restored[lane]);
      expect(valuesOf(result)).toEqual(liveValues(rows[restoredEpoch ?? rows.length - 1]));
      expect(valuesOf({ ...result, row: result.lastRow })).toEqual(liveValues(rows.at(-1)));
    });
    // The case is in it: early stopping ended a lane and restored an epoch.
    expect(results.some(({ end }) => end.kind === 'stoppedEarly' && end.restoredEpoch)).toBe(true);
  });

  it('end alike however they are cut into chunks', async () => {
    const together = await train(specs);
    const apart: LaneResult[] = [];
    for (const spec of specs) apart.push(...(await train([spec])));
    expect(apart.map(valuesOf)).toEqual(together.map(valuesOf));
    expect(apart.map(({ end }) => end.restoredEpoch)).toEqual(
      together.map(({ end }) => end.restoredEpoch),
    );
  });

  it('find the best epoch, and give the curve as densely as it is wanted', async () => {
    const [plain] = await train(specs.slice(0, 1), { curveEvery: 1, best: 'validationLoss' });
    const losses = plain?.curve.slice(1).map(({ validationLoss }) => validationLoss) ?? [];
    expect(plain?.curve.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(plain?.best?.validationLoss).toBe(Math.min(...losses));
    const [sparse] = await train(specs.slice(0, 1), { curveEvery: 4, best: null });
    expect(sparse?.curve.map(({ epoch }) => epoch)).toEqual([0, 4, 6]);
    expect(sparse && valuesOf(sparse)).toEqual(plain && valuesOf(plain));
  });

  it('can be trained again to end at the epoch that was restored, the best or the last', async () => {
    const stopping = specs.slice(2, 3);
    const [first] = await train(stopping, { curveEvery: null, best: 'validationLoss' });
    const [stopped] = stopping;
    if (!stopped || !first?.best) throw new Error('It stops early, and has a best epoch.');
    const ends = (['restored', 'best', 'last'] as const).map((at) =>
      endingAtJudged(stopped, at, first),
    );
    const rows = [];
    for (const spec of ends) rows.push(...(await train([spec])).map(valuesOf));
    const judged = (['restored', 'best', 'last'] as const).map((at) => judgedRow(at, first));
    expect(rows).toEqual(judged.map((row) => row && SHARED.map((name) => row[name])));
    expect(first.lastRow.epoch).toBeGreaterThan(first.row.epoch);
  });

  it('give outputs and weights where they are wanted, and none of a lane that diverged', async () => {
    const wishes = { ...END_FIGURES_ONLY, validationOutputs: true, weights: true };
    const [plain, , , diverged] = await train(specs.slice(0, 4), wishes);
    expect(plain?.validationOutputs).toHaveLength(40 * 10);
    expect(plain?.weights?.map(({ length }) => length)).toEqual([64 * 8, 8 * 10]);
    expect([diverged?.validationOutputs, diverged?.weights]).toEqual([null, null]);
    expect(diverged?.row.validationLoss).toBeNaN();
  });

  it('give the whole network where it is wanted, with which its outputs can be had again', async () => {
    const [spec] = specs;
    if (!spec) throw new Error('There are eight.');
    const normed = { ...spec, regularizers: { batchNorm: { momentum: 0.9 } } };
    const wishes = { ...END_FIGURES_ONLY, network: true, validationOutputs: true };
    const [whole] = await train([normed], wishes);
    const { dataOf } = await loadRows([normed]);
    const { network, data } = planLane(normed, digits, dataOf(normed));
    const rows = Array.from({ length: data.validation.count }, (_, row) => row);
    const state = whole?.network ?? [];
    const { outputs } = plainForward(network, state, scaledRows(data.validation, rows));
    expect(outputs).toHaveLength(40 * 10);
    outputs.forEach((output, i) => expect(whole?.validationOutputs?.[i]).toBeCloseTo(output, 3));
    expect(state.map(({ weights }) => weights.first)).toEqual([null, null]);
    const [plain] = await train([normed]);
    expect(plain?.network).toBeNull();
  });

  it('count the wrong labels that they train on', async () => {
    const [spec] = specs;
    if (!spec) throw new Error('There are eight.');
    const lanes = [0, 0.2].map((wrongLabelShare) => ({
      ...spec,
      data: { ...spec.data, wrongLabelShare },
    }));
    const counts = (await train(lanes)).map(({ wrongLabels }) => wrongLabels);
    expect(counts).toEqual([0, 12]);
  });

  it('are measured on the sealed test set where that is wanted, with rows that chose nothing', async () => {
    const [spec] = specs;
    if (!spec) throw new Error('There are eight.');
    const wishes = { ...END_FIGURES_ONLY, test: true, rowNumbers: true };
    const [opened, , , diverged] = await train(specs.slice(0, 4), wishes);
    const [sealed] = await train([spec]);
    expect(opened && valuesOf(opened)).toEqual(sealed && valuesOf(sealed));
    expect([sealed?.test, diverged?.test]).toEqual([null, null]);
    expect(opened?.test?.rows).toBe(1797 - 100);
    const { validationAccuracy = NaN } = opened?.row ?? {};
    expect(Math.abs((opened?.test?.accuracy ?? NaN) - validationAccuracy)).toBeLessThan(0.15);
    const { training, validation } = opened?.rowNumbers ?? {};
    expect(new Set([...(training ?? []), ...(validation ?? [])]).size).toBe(100);
  });

  it('name classes that are too small for the folds', async () => {
    const [spec] = specs;
    if (!spec) throw new Error('There are eight.');
    const folds = { count: 10, trainingExamples: 60 };
    const [divided] = await train([{ ...spec, folds }]);
    const [whole] = await train([spec]);
    expect(divided?.keptClasses.length).toBeGreaterThan(0);
    expect(whole?.keptClasses).toEqual([]);
  });

  it('say of all rows what they do, as each fold’s own row numbers have it', async () => {
    const [spec] = specs;
    if (!spec) throw new Error('There are eight.');
    const folds = { count: 5, trainingExamples: 60 };
    const order = rowPartsOrder([{ key: '0/0/0', spec: { ...spec, folds } }]);
    if (!order) throw new Error('There is a lane.');
    const [read] = await train([order.spec], { ...END_FIGURES_ONLY, rowParts: true });
    const { numbers, parts, classes, sealedTestRows } = read?.rowParts ?? {};
    const numbersIn = (isSo: (part: number) => boolean) =>
      [...(numbers ?? [])].filter((_, row) => isSo(parts?.[row] ?? NaN)).sort((a, b) => a - b);
    const lanes = Array.from({ length: 5 }, (_, fold) => ({
      ...spec,
      ...{ folds, identity: { ...spec.identity, fold } },
    }));
    const results = await train(lanes, { ...END_FIGURES_ONLY, rowNumbers: true });
    results.forEach(({ rowNumbers }, fold) => {
      const sorted = (rows: Int32Array | undefined) => [...(rows ?? [])].sort((a, b) => a - b);
      expect(numbersIn((part) => part === fold)).toEqual(sorted(rowNumbers?.validation));
      expect(numbersIn((part) => part !== fold)).toEqual(sorted(rowNumbers?.training));
    });
    expect([numbers?.length, classes?.length, sealedTestRows]).toEqual([100, 100, 1697]);
    // Of a single split likewise.
    const [split] = await train([spec], { ...END_FIGURES_ONLY, rowParts: true, rowNumbers: true });
    const validating = [...(split?.rowParts?.numbers ?? [])].filter(
      (_, row) => split?.rowParts?.parts[row] === 0,
    );
    expect(validating).toEqual([...(split?.rowNumbers?.validation ?? [])]);
    expect(validating).toHaveLength(40);
  });

  it('of different noise, wrong labels and training sizes have rows of their own', async () => {
    const [spec] = specs;
    if (!spec) throw new Error('There are eight.');
    const changes = [{}, { trainingExamples: 30 }, { wrongLabelShare: 0.5 }];
    const lanes = changes.map((change) => ({ ...spec, data: { ...spec.data, ...change } }));
    const results = await train(lanes);
    expect(results.map(({ trainingRows }) => trainingRows)).toEqual([60, 30, 60]);
    expect(new Set(results.map(({ row }) => row.validationLoss)).size).toBe(3);
  });
});
