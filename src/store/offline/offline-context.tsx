/** What is kept for times without a network, for React components. */
import type { OfflineState } from './offline-store.ts';
import { storeContext } from '../store-context.tsx';

export const { Provider: OfflineProvider, useSelected: useOffline } =
  storeContext<OfflineState>('OfflineProvider');
