import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import { tabulateArms } from './arm-table.ts';
import { gatherEvidence } from './evidence.ts';
import { BETTER, PLAIN, SAME, seeds, WORSE } from './seeds-fixture.ts';
import {
  diverge,
  lane,
  materialOf,
  NONE_WRONG,
  reaching,
  REGRESSION,
  repeats,
  towards,
  valley,
} from './verdict-fixture.ts';
import type { VerdictMaterial } from './verdict-material.ts';

function tableOf(lanes: VerdictMaterial['lanes'], changes: Partial<VerdictMaterial> = {}) {
  const rates = [0, 0.2, 0.5, 0.8, 0.9];
  const experiment = stageWith({
    arms: rates.map((rate) => ({
      regularizers: rate === 0 ? {} : { dropout: { rate, inputRate: 0 } },
    })),
    training: { replicates: lanes.length / 5 },
  });
  const table = tabulateArms(gatherEvidence(materialOf(lanes, { experiment, ...changes })));
  const text = (cell: string) => cell.replaceAll(/[\u202f\u00a0]/g, ' ');
  return (
    table && { ...table, rows: table.rows.map(({ name, cells }) => [name, ...cells.map(text)]) }
  );
}

const ofFive = (all: readonly (readonly number[])[]) =>
  (['A', 'B', 'C', 'D', 'E'] as const).flatMap((id, index) => seeds(id, all[index] ?? []));

describe('five arms as a table', () => {
  it('has figures, differences with their intervals, gaps and notes, the best first', () => {
    const table = tableOf(ofFive([PLAIN, BETTER, SAME, WORSE, PLAIN.map((share) => share + 0.01)]));
    expect(table?.columns).toEqual([
      ...['Validation', 'Minus A, points (95\u202f% interval)', 'Gap, points', 'Note'],
    ]);
    expect(table?.rows).toEqual([
      ['B · Dropout 0.2', '89.6 %', '+16.6 (13.2 to 20.1)', '9.4', ''],
      ['E · Dropout 0.9', '74.0 %', '+1.0 (0.8 to 1.2)', '25.0', ''],
      ['C · Dropout 0.5', '73.1 %', '+0.10 (−0.78 to +0.98)', '25.9', ''],
      ['A · Plain', '73.0 %', '–', '26.0', ''],
      ['D · Dropout 0.8', '50.4 %', '−22.6 (−25.2 to −20.0)', '48.6', ''],
    ]);
  });

  it('says of one run which arms are too close to the best, and which has no figures', () => {
    const lanes = ofFive([[0.72], [0.9], [0.902], [0.5], [0.1]]);
    const last = lanes.at(-1);
    if (last) diverge(last);
    const table = tableOf(lanes);
    expect(table?.caption).toBe('All 5 arms');
    expect(table?.rows.map(([name, , difference, , note]) => [name, difference, note])).toEqual([
      ['C · Dropout 0.5', '+18.2', ''],
      ['B · Dropout 0.2', '+18.0', 'too close to the best to tell'],
      ['A · Plain', '–', ''],
      ['D · Dropout 0.8', '−22.0', ''],
      ['E · Dropout 0.9', '–', 'diverged'],
    ]);
  });

  it('says since when an arm overfits, also of the one that ends best in spite of it', () => {
    const curves = (level: number) => ({
      validationLoss: valley(level, 1.5 * level),
      trainingLoss: towards(2.3, 0.1),
    });
    const lanes = (['A', 'B', 'C', 'D', 'E'] as const).map((id, index) =>
      lane(id, curves(0.1 * (index + 1)), 50, { ...NONE_WRONG, simplestAnswer: 10 }),
    );
    const notes = tableOf(lanes, REGRESSION)?.rows.map((row) => row.at(-1));
    expect(notes?.slice(0, 2)).toEqual([
      'overfits after epoch 17, yet ends best',
      'overfits after epoch 17',
    ]);
  });

  it('has losses in regression, and is not made before the end nor of four arms', () => {
    const lanes = (['A', 'B', 'C', 'D', 'E'] as const).flatMap((id, index) =>
      repeats(id, 'validationLoss', [0.1 * (index + 1)], { trainingLoss: reaching(0.01) }),
    );
    const table = tableOf(lanes, REGRESSION);
    expect(table?.columns).toEqual(['Validation loss', 'Minus A', 'Gap', 'Note']);
    expect(table?.rows[1]?.slice(1)).toEqual(['0.200', '+0.100', '0.190', '']);
    expect(tableOf(lanes, { ...REGRESSION, runPhase: 'underWay' })).toBeNull();
    expect(tableOf(lanes.slice(0, 4))).toBeNull();
  });
});
