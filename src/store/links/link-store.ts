/** What came of the link that the page was opened by, until it is dismissed. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { pathOf } from '../../links/link-address.ts';
import { openLink } from '../../links/shared-state.ts';
import { openInPage } from './open-in-page.ts';
import type { LinkOutcome, PageStores } from './open-in-page.ts';

export interface LinkState {
  readonly outcome: LinkOutcome | null;
  /** Opens what the address carries, if anything; the address is then a plain one. */
  readonly open: () => Promise<void>;
  readonly undo: () => void;
  readonly dismiss: () => void;
}

export type LinkStore = StoreApi<LinkState>;

export interface AddressBar {
  readonly hash: () => string;
  /** In place of what stands there: Back leads to where one came from. */
  readonly replace: (hash: string) => void;
}

export function createLinkStore(stores: PageStores, address: AddressBar): LinkStore {
  return createStore<LinkState>()((set, get) => ({
    outcome: null,
    open: async () => {
      const outcome = openInPage(await openLink(address.hash()), stores);
      if (!outcome) return;
      set({ outcome });
      address.replace(pathOf(outcome.page));
    },
    undo: () => {
      get().outcome?.undo?.();
      set({ outcome: null });
    },
    dismiss: () => set({ outcome: null }),
  }));
}
