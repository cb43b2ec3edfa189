import { expect, it } from 'vitest';
import { doubleDescentCsv } from './double-descent-csv.ts';

it('has a row for each number of features, and blanks where nothing could be fitted', () => {
  const fit = { trainingAccuracy: 1, testAccuracy: 0.14, trainingError: 0, testError: 2010 };
  const text = doubleDescentCsv(
    { trainingExamples: 300, wrongLabelShare: 0.2, lambda: 1e-4, seed: 7 },
    [
      { features: 200, plain: null, ridge: fit },
      { features: 300, plain: fit, ridge: fit },
    ],
  );
  const rows = text.trim().split('\r\n');
  expect(rows).toHaveLength(3);
  expect(rows[0]?.split(',')).toHaveLength(13);
  expect(rows[1]).toBe('300,0.2,0.0001,7,200,,,,,0.14,1,2010,0');
  expect(rows[2]).toBe('300,0.2,0.0001,7,300,0.14,1,2010,0,0.14,1,2010,0');
});
