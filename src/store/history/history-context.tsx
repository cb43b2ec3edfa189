/** What this browser keeps, for React components. */
import type { HistoryState } from './history-state.ts';
import { storeContext } from '../store-context.tsx';

export const { Provider: HistoryProvider, useSelected: useHistory } =
  storeContext<HistoryState>('HistoryProvider');
