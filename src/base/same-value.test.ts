import { expect, it } from 'vitest';
import { sameValue } from './same-value.ts';

it.each([
  [{ rate: 0.5, inputRate: 0.2 }, { inputRate: 0.2, rate: 0.5 }, true],
  [{ l2: { lambda: 0.1 }, dropout: undefined }, { l2: { lambda: 0.1 } }, true],
  [{ l2: { lambda: 0.1 } }, { l2: { lambda: 0.2 } }, false],
  [{ l2: { lambda: 0.1 } }, {}, false],
  [[256, 64], [256, 64], true],
  [[256, 64], [64, 256], false],
  [[256], [256, 256], false],
  [[], {}, false],
  [null, {}, false],
  [NaN, NaN, true],
  [1, '1', false],
])('%j and %j: %s', (one, other, same) => {
  expect(sameValue(one, other)).toBe(same);
  expect(sameValue(other, one)).toBe(same);
});
