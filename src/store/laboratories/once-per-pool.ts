/** A laboratory's store lives as long as the pool that it trains with: leaving the laboratory loses nothing. */
import type { SharedPool } from '../lane-pool-context.tsx';

export function oncePerPool<Store>(
  create: (pool: SharedPool) => Store,
): (pool: SharedPool) => Store {
  const stores = new WeakMap<SharedPool, Store>();
  return (pool) => {
    const known = stores.get(pool);
    if (known !== undefined) return known;
    const store = create(pool);
    stores.set(pool, store);
    return store;
  };
}
