/** What came of a link, for React components. */
import type { LinkState } from './link-store.ts';
import { storeContext } from '../store-context.tsx';

export const { Provider: LinkProvider, useSelected: useLink } =
  storeContext<LinkState>('LinkProvider');
