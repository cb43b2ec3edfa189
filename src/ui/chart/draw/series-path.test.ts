import { expect, it } from 'vitest';
import { bandPath, linePath } from './series-path.ts';

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

it('draws each piece of a band along its upper and back along its lower edge', () => {
  const pieces = [
    [
      { epoch: 0, low: 1, high: 3 },
      { epoch: 1, low: 2, high: 5 },
    ],
    [{ epoch: 4, low: 0, high: 1 }],
  ];
  const path = bandPath(
    pieces,
    (epoch) => epoch * 10,
    (value) => value,
  );
  expect(path).toBe('M0.0,3.0L10.0,5.0L10.0,2.0L0.0,1.0ZM40.0,1.0L40.0,0.0Z');
});
