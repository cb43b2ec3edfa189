import { describe, expect, it } from 'vitest';
import { armStyle } from '../../arm-style.ts';
import { LOSS_RULE } from '../../controls/domain-rule-fixture.ts';
import { formatLossShort, formatPercent } from '../axis/series-format.ts';
import { endLabels } from './series-end-labels.ts';
import type { LabelledEnd } from './series-end-labels.ts';
import type { LineKind, Measure } from '../data/series-types.ts';

const kind = (name: string, short: string): LineKind => ({
  ...{ name, short, legend: name, look: 'solid' },
});
const VALIDATION = kind('validation', 'val');
const TRAINING = kind('training', 'train');

const ACCURACY: Measure = {
  ...{ noun: 'accuracy', lines: [VALIDATION, TRAINING], best: 'highest', widest: 1 },
  formatShort: (share, narrow, more) => formatPercent(share, more, !narrow),
  ...{ formatExact: String, formatSpread: String, formatTick: String, domain: LOSS_RULE },
};
const LOSS: Measure = {
  ...ACCURACY,
  widest: 0.88,
  formatShort: (loss, _, more) => formatLossShort(loss, 2 + more),
};

const end = (armId: string, value: number, changes: Partial<LabelledEnd> = {}): LabelledEnd => ({
  owner: { ...armStyle(armId), id: armId, label: armId, name: armId },
  ...{ kind: VALIDATION, isReference: false, stopped: null, value, hasEnded: false },
  ...changes,
});
const train = (armId: string, value: number) => end(armId, value, { kind: TRAINING });

function said(ends: readonly LabelledEnd[], measure = ACCURACY, narrow = false) {
  return endLabels(ends, measure, narrow).map((text) => text.replaceAll('\u202f', ' '));
}

describe('labels at the ends of lines', () => {
  it('have no digits more where they differ as they are', () => {
    expect(said([end('A', 0.734), end('B', 0.896)])).toEqual(['A val 73 %', 'B val 90 %']);
  });

  it('have as many as tell lines of one kind apart, up to two', () => {
    expect(said([end('A', 0.981), end('B', 0.979), train('A', 1)])).toEqual([
      ...['A val 98.1 %', 'B val 97.9 %', 'A train 100 %'],
    ]);
    expect(said([end('A', 0.98124), end('B', 0.98096)])).toEqual([
      ...['A val 98.12 %', 'B val 98.10 %'],
    ]);
    expect(said([end('A', 0.071), end('B', 0.068)], LOSS)).toEqual(['A val 0.071', 'B val 0.068']);
  });

  it('have none more where none would help', () => {
    expect(said([end('A', 0.98), end('B', 0.98)])).toEqual(['A val 98 %', 'B val 98 %']);
    expect(said([end('A', 0.981201), end('B', 0.981202)])).toEqual(['A val 98 %', 'B val 98 %']);
    expect(said([end('A', 0.98), train('A', 0.98)])).toEqual(['A val 98 %', 'A train 98 %']);
  });

  it('tell the most of three apart', () => {
    expect(said([end('A', 0.98), end('B', 0.98), end('C', 0.978)])).toEqual([
      ...['A val 98.0 %', 'B val 98.0 %', 'C val 97.8 %'],
    ]);
  });

  it('keep within the room that is made for them', () => {
    expect(said([train('A', 0.98124), train('B', 0.98096)])).toEqual([
      ...['A train 98 %', 'B train 98 %'],
    ]);
    expect(said([train('A', 0.981), train('B', 0.979)], ACCURACY, true)).toEqual([
      ...['A train 98.1', 'B train 97.9'],
    ]);
  });

  it('say of a line that ended how it did', () => {
    const diverged = end('A', NaN, { stopped: 'diverged', hasEnded: true });
    expect(said([diverged, end('B', 0.979)])).toEqual(['A diverged', 'B val 98 %']);
  });
});
