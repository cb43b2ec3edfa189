import { expect, it } from 'vitest';
import { disagreement, likeliest } from './disagreement.ts';

it('is the share of pairs with other answers, place by place', () => {
  const networks = [
    [0.9, 0.1, 0.2, 0.8],
    [0.6, 0.4, 0.3, 0.7],
    [0.2, 0.8, 0.1, 0.9],
  ];
  // Of three pairs two differ at the first place, none at the second.
  expect([...disagreement(networks, 2)]).toEqual([expect.closeTo(2 / 3, 12), 0]);
  expect([...disagreement(networks.slice(1), 2)]).toEqual([1, 0]);
});

it('counts the first of equals', () => {
  expect(likeliest([0, 5, 5, 9], 0, 3)).toBe(1);
});

it('is of two networks at least', () => {
  expect(() => disagreement([[1]], 1)).toThrow('fewer than two networks');
});
