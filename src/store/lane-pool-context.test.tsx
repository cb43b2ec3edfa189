// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { LanePoolProvider, useLanePool } from './lane-pool-context.tsx';

it('hands down the pool that it was given', () => {
  const nothing = () => undefined;
  const pool = { size: 2, start: () => ({ pause: nothing, resume: nothing, cancel: nothing }) };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <LanePoolProvider pool={pool}>{children}</LanePoolProvider>
  );
  expect(renderHook(useLanePool, { wrapper }).result.current).toBe(pool);
});

it('misses a pool that nobody gave', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => renderHook(useLanePool)).toThrow('no LanePoolProvider');
});
