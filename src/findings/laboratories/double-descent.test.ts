import { expect, it } from 'vitest';
import { describeDescent } from './double-descent.ts';
import type { FittedCount } from './double-descent.ts';

const fit = (testAccuracy: number, testError = 0.5) => ({ testAccuracy, testError });
const POINTS: readonly FittedCount[] = [
  { features: 60, plain: fit(0.818), ridge: fit(0.85) },
  { features: 200, plain: fit(0.638), ridge: fit(0.91) },
  { features: 300, plain: fit(0.14, 2010), ridge: fit(0.916) },
  { features: 1000, plain: fit(0.722), ridge: fit(0.93) },
  { features: 4000, plain: fit(0.779), ridge: fit(0.93) },
];
const leads = (points: readonly FittedCount[]) =>
  describeDescent({ rows: 300, lambda: 1e-4, wrongLabelShare: 0.2, points }).map(
    ({ lead }) => lead,
  );
/** With other figures at one place. */
const changed = (features: number, change: Partial<FittedCount>) =>
  POINTS.map((point) => (point.features === features ? { ...point, ...change } : point));

it('names the peak, what was before, and what comes after', () => {
  const [first] = describeDescent({
    rows: 300,
    lambda: 1e-4,
    wrongLabelShare: 0.2,
    points: POINTS,
  });
  expect(first?.lead).toMatch(/^With as many features as images, 300, test accuracy is 14.%\.$/);
  expect(first?.text).toMatch(/^It is 82.% with 60 features and 78.% with 4,000\./);
  expect(first?.text).toContain('2,010');
});

it('compares the ends of both descents', () => {
  expect(leads(POINTS)[1]).toBe('The second descent does not reach the best of the first.');
  expect(leads(changed(4000, { plain: fit(0.83) }))[1]).toContain('about where the first had been');
  expect(leads(changed(4000, { plain: fit(0.9) }))[1]).toContain('better than the first');
});

it('says where there is hardly a peak', () => {
  const flat = leads(changed(300, { plain: fit(0.76) }));
  expect(flat[0]).toContain('hardly a peak');
  expect(flat).toHaveLength(2);
});

it('says whether ridge removes it', () => {
  expect(leads(POINTS)[2]).toMatch(/^With ridge, λ = 0\.0001, there is no peak: 92.% at p = n\.$/);
  expect(leads(changed(300, { ridge: fit(0.6) }))[2]).toMatch(/still falls from 91.% to 60.%/);
});

it('names what could not be solved', () => {
  const some = describeDescent({
    ...{ rows: 300, lambda: 1e-4, wrongLabelShare: 0.2 },
    points: changed(200, { plain: null }),
  });
  expect(some.at(-1)?.lead).toBe('With 200 features there is no figure without ridge:');
  // Without the peak itself there is nothing to say of it.
  const peakless = leads(changed(300, { plain: null }));
  expect(peakless[0]).toContain('there is no peak');
  expect(peakless[1]).toContain('With 300 features');
});
