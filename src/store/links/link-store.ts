/** What came of the link or file that was opened last, until it is dismissed. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { hiddenIn, hiding } from '../../links/hidden-controls.ts';
import { pathOf } from '../../links/link-address.ts';
import type { LinkedPage } from '../../links/link-address.ts';
import { openLink } from '../../links/shared-state.ts';
import { openInPage } from './open-in-page.ts';
import type { LinkOutcome, PageStores } from './open-in-page.ts';

export interface LinkState {
  readonly outcome: LinkOutcome | null;
  /** Opens what the address carries, if anything; the address is then a plain one. */
  readonly open: () => Promise<void>;
  /** The table that a link or a file waited for is there. */
  readonly goOn: () => Promise<void>;
  /** Shows what came of it, and does it again once the table that it wants is there. */
  readonly ask: (outcome: LinkOutcome, again: Again) => void;
  /** A file that was exported; its page comes on screen. */
  readonly openFile: (file: File) => Promise<void>;
  /** Shows a page, if it is not on screen already. */
  readonly goTo: (page: LinkedPage) => void;
  readonly undo: () => void;
  readonly dismiss: () => void;
}

/** Opens once more what waited for a table. Null: there is nothing to open. */
type Again = () => Promise<LinkOutcome | null>;

/** Looks for an own table among those that runs in History are on. */
export type RecallTable = (id: string) => Promise<boolean>;

export type LinkStore = StoreApi<LinkState>;

export interface AddressBar {
  readonly hash: () => string;
  /** In place of what stands there: Back leads to where one came from. */
  readonly replace: (hash: string) => void;
  /** Another page; Back leads here. */
  readonly visit: (hash: string) => void;
  /** What is said of one that names no page; null: it names one. */
  readonly strayText: (hash: string) => string | null;
}

export function createLinkStore(
  stores: PageStores,
  address: AddressBar,
  recallTable: RecallTable = () => Promise.resolve(false),
): LinkStore {
  const store = linkStoreOf(stores, address, recallTable);
  // "Nothing has been trained yet" is no longer so, and Undo is among the settings.
  const settle = ({ status }: { readonly status: string }) => {
    if (status === 'training' && store.getState().outcome?.undo) store.getState().dismiss();
  };
  stores.playground.subscribe(settle);
  stores.sweep.subscribe(settle);
  stores.biasVariance.subscribe(settle);
  return store;
}

function linkStoreOf(stores: PageStores, address: AddressBar, recallTable: RecallTable): LinkStore {
  let waiting: Again = () => Promise.resolve(null);
  /** Its table may be in this browser after all. */
  const found = async (again: Again) => {
    const outcome = await again();
    if (!outcome?.wanted) return outcome;
    waiting = again;
    return (await recallTable(outcome.wanted.id)) ? again() : outcome;
  };
  return createStore<LinkState>()((set, get) => {
    const show = (outcome: LinkOutcome | null) => {
      if (!outcome) return;
      // Compare says by itself that it shows a kept run.
      set({ outcome: outcome.message === '' ? null : outcome });
      if (!outcome.isProblem && (!outcome.wanted || outcome.isShown)) get().goTo(outcome.page);
    };
    /** Said as long as the address stands there. */
    let stray: LinkOutcome | null = null;
    const tellStray = (hash: string) => {
      const message = address.strayText(hash);
      if (message === null && (stray === null || get().outcome !== stray)) return;
      stray = message === null ? null : { page: 'compare', message, isProblem: true, undo: null };
      set({ outcome: stray });
    };
    return {
      outcome: null,
      open: async () => {
        const hash = address.hash();
        // The address is a plain one by the time that its table is there.
        const outcome = await found(async () => openInPage(await openLink(hash), stores));
        if (!outcome) {
          tellStray(hash);
          return;
        }
        set({ outcome });
        // A link that changes nothing hides nothing either.
        const hidden = outcome.isProblem ? [] : hiddenIn(hash);
        address.replace(hiding(pathOf(outcome.page), hidden));
      },
      goOn: async () => {
        show(await waiting());
      },
      ask: (outcome, again) => {
        waiting = again;
        set({ outcome });
      },
      openFile: async (file) => show(await found(() => outcomeOf(file, stores))),
      goTo: (page) => {
        const hash = address.hash();
        const [path] = (hash || pathOf('compare')).split('?');
        if (path !== pathOf(page)) address.visit(hiding(pathOf(page), hiddenIn(hash)));
      },
      undo: () => {
        get().outcome?.undo?.();
        set({ outcome: null });
      },
      dismiss: () => set({ outcome: null }),
    };
  });
}

async function outcomeOf(file: File, stores: PageStores): Promise<LinkOutcome> {
  try {
    const { openFile } = await import('./open-file.ts');
    return await openFile(file, stores);
  } catch {
    return {
      ...{ page: 'compare', isProblem: true, undo: null },
      message:
        'What reads files did not arrive: there may be no connection to the site. Reload the page and open the file again. Nothing was changed.',
    };
  }
}
