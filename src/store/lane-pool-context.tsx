/** The page's one pool of training workers, for components that have trainings of their own. */
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { LanePool } from '../client/lane-pool.ts';

/** What a component may do with it. */
export type SharedPool = Pick<LanePool, 'size' | 'start'>;

const LanePoolContext = createContext<SharedPool | null>(null);

export function LanePoolProvider({
  pool,
  children,
}: {
  readonly pool: SharedPool;
  readonly children: ReactNode;
}) {
  return <LanePoolContext value={pool}>{children}</LanePoolContext>;
}

export function useLanePool(): SharedPool {
  const pool = useContext(LanePoolContext);
  if (!pool) throw new Error('There is no LanePoolProvider above this component.');
  return pool;
}
