/** What came of the link that the page was opened by, until it is dismissed. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { hiddenIn, hiding } from '../../links/hidden-controls.ts';
import { pathOf } from '../../links/link-address.ts';
import { openLink } from '../../links/shared-state.ts';
import { openInPage } from './open-in-page.ts';
import type { LinkOutcome, PageStores } from './open-in-page.ts';

export interface LinkState {
  readonly outcome: LinkOutcome | null;
  /** Opens what the address carries, if anything; the address is then a plain one. */
  readonly open: () => Promise<void>;
  /** The table that the link waited for is there. */
  readonly goOn: () => Promise<void>;
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
  // A link that waits for its table: the address is a plain one by then.
  let waiting = '';
  return createStore<LinkState>()((set, get) => ({
    outcome: null,
    open: async () => {
      const hash = address.hash();
      const outcome = openInPage(await openLink(hash), stores);
      if (!outcome) return;
      waiting = outcome.wanted ? hash : '';
      set({ outcome });
      address.replace(hiding(pathOf(outcome.page), hiddenIn(hash)));
    },
    goOn: async () => {
      const outcome = openInPage(await openLink(waiting), stores);
      if (outcome) set({ outcome });
    },
    undo: () => {
      get().outcome?.undo?.();
      set({ outcome: null });
    },
    dismiss: () => set({ outcome: null }),
  }));
}
