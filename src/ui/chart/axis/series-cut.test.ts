import { expect, it } from 'vitest';
import { cutText } from './series-cut.ts';
import { formatLossTick, formatPercentTick } from './series-format.ts';

const axis = (low: number, step: number) => ({ scale: 'linear', low, high: 1, step }) as const;

it('says where an axis begins that does not begin at 0', () => {
  expect(cutText(axis(0.6, 0.1), formatPercentTick)).toBe('axis from 60\u202f%');
  expect(cutText(axis(0.975, 0.005), formatPercentTick)).toBe('axis from 97.5\u202f%');
  expect(cutText(axis(0.4, 0.2), formatLossTick)).toBe('axis from 0.4');
});

it('says nothing where it begins at 0 or below, or has no 0', () => {
  expect(cutText(axis(0, 0.2), formatPercentTick)).toBeNull();
  expect(cutText(axis(-0.2, 0.2), formatPercentTick)).toBeNull();
  expect(cutText({ ...axis(0.1, 0), scale: 'log' }, formatLossTick)).toBeNull();
});
