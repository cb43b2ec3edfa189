/** For tests: the value axis of a loss. */
import type { DomainRule } from '../chart/data/series-types.ts';

export const LOSS_RULE: DomainRule = {
  initial: [0, 2.5],
  floor: 0,
  ceiling: null,
  smallestSpan: 0.01,
  settled: 0,
  cutOff: 4,
};
