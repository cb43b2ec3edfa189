import { describe, expect, it } from 'vitest';
import { laneResult } from '../figures/lane-result-fixture.ts';
import { planSweep } from '../plans/sweep.ts';
import { sweepOf } from '../plans/sweep-form.ts';
import { FORM } from '../plans/sweep-form-fixture.ts';
import { sweepCsv } from './sweep-csv.ts';
import { sweepJson } from './sweep-json.ts';

const MADE = { at: '2026-11-29T12:00:00.000Z', app: '0.1.0', backend: 'auto' };

const sweep = sweepOf(FORM);
const plan = planSweep(sweep);
const lanes = plan.lanes();

const resultOf = (index: number) =>
  laneResult(
    { validationAccuracy: index / 100 },
    {
      validationOutputs: new Float32Array(3),
      rowNumbers: { training: Int32Array.of(1, 2), validation: Int32Array.of(index) },
    },
  );

/** All but the last training are done. */
const done = new Map(lanes.slice(0, -1).map(({ key }, index) => [key, resultOf(index)]));
const { cells } = plan.summarise(done);

describe('the CSV of a sweep', () => {
  const lines = sweepCsv(sweep, cells).trimEnd().split('\r\n');

  it('has a row for every training that is done, with as many fields as there are names', () => {
    expect(lines).toHaveLength(1 + lanes.length - 1);
    const widths = lines.map((line) => line.split(',').length);
    expect(new Set(widths).size).toBe(1);
  });

  it('names cell, fold and seed, and leaves out figures that do not exist', () => {
    const names = lines[0]?.split(',') ?? [];
    const fields = lines[2]?.split(',') ?? [];
    const field = (name: string) => fields[names.indexOf(name)];
    expect([field('L2 strength'), field('Dropout hidden rate')]).toEqual(['off', 'off']);
    expect([field('fold'), field('seed'), field('validationAccuracy')]).toEqual(['2', '1', '0.01']);
    expect(field('weightNorm')).toBe('');
    expect([field('last validationAccuracy'), field('best validationAccuracy')]).toEqual([
      '0.01',
      '',
    ]);
  });
});

describe('the JSON of a sweep', () => {
  const text = sweepJson(FORM, sweep, cells, [resultOf(0), resultOf(1)], MADE);
  const document = JSON.parse(text) as {
    sweep: unknown;
    rows: unknown[];
    cells: { trainings: { fold: number; seed: number; row: Record<string, number | null> }[] }[];
  };

  it('holds the plan, the rows of every fold, and every result', () => {
    expect(document.sweep).toEqual(JSON.parse(JSON.stringify(sweep)));
    expect(document.rows).toEqual([
      { fold: 0, seed: 0, training: [1, 2], validation: [0] },
      { fold: 1, seed: 0, training: [1, 2], validation: [1] },
    ]);
    expect(document.cells.flatMap(({ trainings }) => trainings)).toHaveLength(lanes.length - 1);
  });

  it('writes figures that do not exist as null, and no arrays of outputs', () => {
    const [training] = document.cells[0]?.trainings ?? [];
    expect(training?.row['weightNorm']).toBeNull();
    expect(text).not.toContain('validationOutputs');
  });
});
