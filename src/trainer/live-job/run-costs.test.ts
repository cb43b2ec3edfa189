import { expect, it } from 'vitest';
import { RunCosts } from './run-costs.ts';

const known = () => {
  const costs = new RunCosts();
  costs.addMeasurement(500);
  costs.addSteps(900, 0.001);
  costs.addSteps(20, 0.01);
  return costs;
};

it('knows nothing before the first step, and little of it: the device was made ready in it', () => {
  const costs = new RunCosts();
  costs.addMeasurement(500);
  expect(costs.epochSeconds).toBeNaN();
  expect(costs.secondsFor({ epochs: 1, measurements: 1 }, 0)).toBeNaN();
  costs.addSteps(900, 0.001);
  expect(costs.epochSeconds).toBeCloseTo(900.5);
  costs.addSteps(20, 0.01);
  expect(costs.epochSeconds).toBeCloseTo(2.5);
});

it('adds up the epochs, their measurements and the last one', () => {
  expect(known().secondsFor({ epochs: 2.5, measurements: 3 + 4 }, 0)).toBeCloseTo(5 + 3.5);
  expect(known().secondsFor({ epochs: 0, measurements: 0.4 }, 0)).toBeCloseTo(0.2);
});

it('lets no epoch be over before its pace', () => {
  expect(known().secondsFor({ epochs: 2.5, measurements: 3 }, 10)).toBe(25);
});

it('forgets what steps took when there were more networks', () => {
  const costs = known();
  for (let i = 0; i < 1000; i++) costs.addSteps(20, 0.02);
  expect(costs.epochSeconds).toBeCloseTo(1 + 0.5);
});
