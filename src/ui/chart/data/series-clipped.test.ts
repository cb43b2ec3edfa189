import { expect, it } from 'vitest';
import { armStyle } from '../../arm-style.ts';
import { LOSS_RULE } from '../../controls/domain-rule-fixture.ts';
import { clippedTexts } from './series-clipped.ts';
import type { DomainRule } from './series-types.ts';

const line = (id: string, ...values: number[]) => {
  const [armId = '', name = ''] = id.split(' ');
  const column = Float64Array.from(values);
  const shape = { isMain: true, isReference: false, pace: 1, upTo: null, stopped: null } as const;
  const owner = { ...armStyle(armId), id: armId, label: armId, name: armId };
  const kind = { name, short: name, legend: name, look: 'solid' } as const;
  return { ...shape, owner, kind, dots: [], values: column, spread: null, columns: [column] };
};

const GAP: DomainRule = { ...LOSS_RULE, initial: [0, 1], floor: null, holdsZero: true, cutOff: 10 };

interface Options {
  readonly end?: number;
  readonly scale?: 'linear' | 'log';
  readonly rule?: DomainRule;
}

function textsOf(
  lines: Parameters<typeof clippedTexts>[0],
  { end = 50, scale = 'linear', rule = LOSS_RULE }: Options = {},
) {
  const window = { from: 0, to: end, end };
  return clippedTexts(lines, rule, { window, view: { scale, showsSeeds: false } });
}

it('says nothing where all lines lie within the axis', () => {
  expect(textsOf([line('A validation', 2.3, 1.9, 0.8)])).toEqual([]);
  expect(textsOf([])).toEqual([]);
});

it('says that the untrained networks lie beyond it', () => {
  expect(textsOf([line('A validation', 12.7, 1.9, 0.8)])).toEqual(['epoch 0 off the scale']);
  const long = [...Array.from({ length: 11 }, (_, epoch) => 12 - epoch), 1, 1];
  expect(textsOf([line('A validation', ...long)], { end: 1000 })).toEqual([
    'first epochs off the scale',
  ]);
});

it('names the lines that leave it later', () => {
  const lines = [line('A validation', 2.3, 1, 0.8), line('B validation', 2.3, 40, 8.1e32)];
  expect(textsOf(lines)).toEqual(['off the scale: validation of B']);
});

it('names many lines by what they are of, once', () => {
  const away = [1, 40, 8.1e32];
  const lines = ['A', 'B', 'C'].flatMap((arm) => [
    line(`${arm} validation`, ...away),
    line(`${arm} training`, ...(arm === 'C' ? [1, 0.9, 0.8] : away)),
  ]);
  const reference = { ...line('A validation', ...away), isReference: true };
  expect(textsOf([...lines, reference])).toEqual([
    'off the scale: validation and training of A and B, validation of C and reference A',
  ]);
});

it('says so of lines that leave it downwards too, but not of those that begin by guessing', () => {
  const gaps = [line('A gap', 0, 0.4, 0.5), line('B gap', 0, -40, -8.1e32)];
  expect(textsOf(gaps, { rule: GAP })).toEqual(['off the scale: gap of B']);
  const accuracy = { ...GAP, holdsZero: false, ceiling: 1, settled: 1, smallestSpan: 0.1 };
  expect(textsOf([line('A validation', 0.1, 0.8, 0.9)], { rule: accuracy })).toEqual([]);
});

it('leaves a log axis to say what lies on its edge', () => {
  expect(textsOf([line('A validation', 12.7, 1, 0.8)], { scale: 'log' })).toEqual([]);
});
