import { expect, it } from 'vitest';
import { LOSS_RULE } from './domain-rule-fixture.ts';
import { clippedTexts } from './series-clipped.ts';
import type { DomainRule } from './series-types.ts';

const line = (id: string, ...values: number[]) => {
  const column = Float64Array.from(values);
  const shape = { isMain: true, isReference: false, pace: 1, upTo: null, stopped: null } as const;
  return { ...shape, id, values: column, spread: null, columns: [column] };
};

const GAP: DomainRule = { ...LOSS_RULE, initial: [0, 1], floor: null, holdsZero: true, cutOff: 10 };

interface Options {
  readonly end?: number;
  readonly scale?: 'linear' | 'log';
  readonly rule?: DomainRule;
}

function textsOf(
  lines: readonly ReturnType<typeof line>[],
  { end = 50, scale = 'linear', rule = LOSS_RULE }: Options = {},
) {
  const window = { from: 0, to: end, end };
  return clippedTexts(lines, rule, { window, view: { scale, showsSeeds: false } });
}

it('says nothing where all lines lie within the axis', () => {
  expect(textsOf([line('A validation', 2.3, 1.9, 0.8)])).toEqual([]);
  expect(textsOf([])).toEqual([]);
});

it('says that the untrained networks lie above it', () => {
  expect(textsOf([line('A validation', 12.7, 1.9, 0.8)])).toEqual(['epoch 0 above the axis']);
  const long = [...Array.from({ length: 11 }, (_, epoch) => 12 - epoch), 1, 1];
  expect(textsOf([line('A validation', ...long)], { end: 1000 })).toEqual([
    'first epochs above the axis',
  ]);
});

it('names the lines that leave it later', () => {
  const lines = [line('A validation', 2.3, 1, 0.8), line('B validation', 2.3, 40, 8.1e32)];
  expect(textsOf(lines)).toEqual(['above the axis: B validation']);
});

it('says so of lines that leave it downwards too, but not of those that begin by guessing', () => {
  const gaps = [line('A gap', 0, 0.4, 0.5), line('B gap', 0, -40, -8.1e32)];
  expect(textsOf(gaps, { rule: GAP })).toEqual(['below the axis: B gap']);
  const accuracy = { ...GAP, holdsZero: false, ceiling: 1, settled: 1, smallestSpan: 0.1 };
  expect(textsOf([line('A validation', 0.1, 0.8, 0.9)], { rule: accuracy })).toEqual([]);
});

it('leaves a log axis to say what lies on its edge', () => {
  expect(textsOf([line('A validation', 12.7, 1, 0.8)], { scale: 'log' })).toEqual([]);
});
