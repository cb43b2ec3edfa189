import { expect, it } from 'vitest';
import { linePath } from './series-path.ts';

it('draws straight lines and leaves gaps', () => {
  const points = [1, 2, null, null, 5, null, 7, 8].map((value, epoch) => ({ epoch, value }));
  const path = linePath(
    points,
    (epoch) => epoch * 10,
    (value) => value,
  );
  expect(path).toBe('M0.0,1.0L10.0,2.0M40.0,5.0M60.0,7.0L70.0,8.0');
  expect(linePath([], Number, Number)).toBe('');
});
