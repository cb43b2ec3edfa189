import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { keepTable } from '../../datasets/own/kept-tables.ts';
import { SMALL_CSV, smallTable } from '../../datasets/own/table/own-table-fixture.ts';
import { recipeOf } from '../../datasets/own/table/table-recipe.ts';
import { biasVarianceJson } from '../../exports/bias-variance-json.ts';
import { sweepJson } from '../../exports/sweep-json.ts';
import type { LaneResult } from '../../figures/lane-result.ts';
import { laneResult } from '../../figures/lane-result-fixture.ts';
import { formOfBiasVariance } from '../../plans/bias-variance-form.ts';
import type { BiasVarianceForm } from '../../plans/bias-variance-form.ts';
import { FORM } from '../../plans/sweep-form-fixture.ts';
import { l2StrengthTradeOff } from '../../presets/bias-variance/l2-strength.ts';
import { prepareBiasVariance } from '../bias-variance/prepare-bias-variance.ts';
import { resultsOf } from '../plan-run/plan-run-state.ts';
import { prepareSweep } from '../sweep/prepare-sweep.ts';
import { createLinkStore } from './link-store.ts';
import { openText } from './open-file.ts';
import { pageStores } from './page-stores-fixture.ts';

const MADE = { at: '2026-11-29T12:00:00.000Z', app: '0.1.0', backend: 'auto' };

/** A sweep of which all trainings but the last are done. */
function sweepFile() {
  const { lanes, plan, sweep } = prepareSweep(FORM);
  const results = new Map<string, LaneResult>(
    lanes
      .slice(0, -1)
      .map(({ key }, index) => [
        key,
        laneResult(
          { validationAccuracy: index / 7, validationLoss: index === 1 ? Infinity : -0 },
          index === 2
            ? { end: { kind: 'stoppedEarly', epoch: 9, restoredEpoch: 4 }, keptClasses: [3] }
            : {},
        ),
      ]),
  );
  return { results, text: sweepJson(FORM, sweep, plan.summarise(results).cells, [], MADE) };
}

const TRADE_OFF: BiasVarianceForm = formOfBiasVariance(
  {
    ...l2StrengthTradeOff.plan,
    axis: { setting: 'l2.lambda', values: ['off', 0.01] },
    sets: 10,
  },
  'mine',
);

function biasVarianceFile() {
  const { lanes, plan, setup } = prepareBiasVariance(TRADE_OFF);
  const places = plan.summarise(new Map()).truth?.places ?? 0;
  const results = new Map<string, LaneResult>(
    lanes.map(({ key }, index) => [
      key,
      index === 1
        ? laneResult({}, { end: { kind: 'diverged', epoch: 2, restoredEpoch: null } })
        : laneResult(
            {},
            { validationOutputs: Float32Array.from({ length: places }, (_, i) => (i + index) / 3) },
          ),
    ]),
  );
  const summary = plan.summarise(results);
  return { results, summary, text: biasVarianceJson(TRADE_OFF, setup, summary, MADE) };
}

const seen = ({ playground, sweep, biasVariance }: ReturnType<typeof pageStores>) => [
  playground.getState().experiment,
  ...[sweep, biasVariance].map((store) => [store.getState().form, [...store.getState().results]]),
];

describe('a sweep that was exported', () => {
  it('comes back with all its results, bit for bit, and goes again', () => {
    const { results, text } = sweepFile();
    const stores = pageStores();
    const before = seen(stores);
    const outcome = openText(text, 'sweep.json', stores);
    expect(outcome).toMatchObject({ page: 'sweep', isProblem: false });
    expect(outcome.message).toContain(`with ${results.size} results: nothing was trained.`);
    const state = stores.sweep.getState();
    expect(state.form).toEqual(FORM);
    expect(state.done).toBe(results.size);
    expect(resultsOf(state.prepared, state.results)).toEqual(results);
    expect(stores.playground.getState().keptRun).toBeNull();
    outcome.undo?.();
    expect(seen(stores)).toEqual(before);
  });

  it('of an earlier version is read too', () => {
    const { text } = sweepFile();
    const older = text.replace('"version": 3', '"version": 2').replaceAll('"-0"', '0');
    expect(openText(older, 'sweep.json', pageStores()).isProblem).toBe(false);
  });
});

describe('bias and variance that were exported', () => {
  it('come back with the answers of every network, bit for bit', () => {
    const { results, summary, text } = biasVarianceFile();
    const stores = pageStores();
    const outcome = openText(text, 'bias-variance.json', stores);
    expect(outcome).toMatchObject({ page: 'bias-variance', isProblem: false });
    const { form, prepared, results: kept } = stores.biasVariance.getState();
    expect(form).toEqual(TRADE_OFF);
    expect(resultsOf(prepared, kept)).toEqual(results);
    expect(prepared.plan.summarise(resultsOf(prepared, kept))).toEqual(summary);
  });
});

describe('a file of a plan in which something is wrong', () => {
  const files = { sweep: sweepFile().text, biasVariance: biasVarianceFile().text };

  it.each([
    ['sweep', 'version', 9, 'It is of version 9; this page reads versions up to 3 (at version).'],
    ['sweep', 'form.axes', [], 'Its settings are no sweep that this page can train (at form).'],
    ['sweep', 'form.base.data.dataset', 'cats', 'There is no data set “cats” (at form).'],
    ['sweep', 'form.base.data.dataset', 'table-1', 'It is on an own table that this browser'],
    ['sweep', 'cells.0.place', [7, 7], 'no training at this place (at cells.0.trainings.0).'],
    ['sweep', 'cells.1.trainings.0.seconds', 'x', '“x” is no figure (at cells.1.trainings.0.seco'],
    ['sweep', 'cells.1.trainings.0.end.kind', 'bored', '“bored” (at cells.1.trainings.0.end.kind)'],
    ['biasVariance', 'version', 1, 'which rounds what networks answer'],
    ['biasVariance', 'values.0.networks.0.outputs', 'AAAA', 'is no list of answers in base64'],
    ['biasVariance', 'values.0.networks.0.outputs', 'AACAPw==', 'answers, not 1 (at values.0.netw'],
    ['biasVariance', 'values.1.networks.0.set', 99, 'no training at this place'],
  ] as const)('%s: %s as %j', (kind, path, value, why) => {
    const stores = pageStores();
    const before = seen(stores);
    const { isProblem, message } = openText(changed(files[kind], path, value), 'a.json', stores);
    expect(message).toContain(why);
    expect(isProblem).toBe(true);
    expect(seen(stores)).toEqual(before);
  });

  it.each(['sweep', 'biasVariance'] as const)('%s: anything anywhere', (kind) => {
    const stores = pageStores();
    const before = seen(stores);
    const paths = pathsOf(JSON.parse(files[kind]));
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const outcome = openText(changed(files[kind], path, value), 'a.json', stores);
        if (outcome.isProblem)
          expect(outcome.message).toMatch(
            /^“a.json” cannot be opened: .{5,400}Nothing was chang/su,
          );
        outcome.undo?.();
        expect(seen(stores)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

/** The file with what stands at a path changed. */
function changed(text: string, path: string, value: unknown): string {
  const copy = JSON.parse(text) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const owner = keys.reduce<Record<string, unknown>>(
    (one, key) => one[key] as Record<string, unknown>,
    copy,
  );
  owner[last] = value;
  return JSON.stringify(copy);
}

function pathsOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const path = `${prefix}${key}`;
    return [path, ...pathsOf(one, `${path}.`)];
  });
}

describe('a sweep on an own table that is not here', () => {
  it('asks for the file by its name, and changes nothing until it is there', async () => {
    const { text } = sweepFile();
    const stores = pageStores();
    const before = seen(stores);
    const table = smallTable(SMALL_CSV.values);
    const onTable = text.replace('{', `{"table":${JSON.stringify(recipeOf(table))},`);
    const visit = vi.fn();
    const link = createLinkStore(stores, {
      hash: () => '',
      replace: vi.fn(),
      visit,
      strayText: () => null,
    });
    await link.getState().openFile(new File([onTable], 'x.json'));
    const { outcome } = link.getState();
    expect(outcome).toMatchObject({ isProblem: false, wanted: { id: table.id } });
    expect(outcome?.message).toContain('“x.json” is on the own table “small.csv”');
    expect(seen(stores)).toEqual(before);
    keepTable(table);
    await link.getState().goOn();
    expect(link.getState().outcome?.message).toContain('results: nothing was trained');
    expect(visit).toHaveBeenCalledWith('#/sweep');
    expect(stores.sweep.getState().form).toEqual(FORM);
  });
});
