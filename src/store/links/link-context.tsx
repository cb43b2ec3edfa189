/** What came of a link, for React components. */
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { LinkState, LinkStore } from './link-store.ts';

const LinkContext = createContext<LinkStore | null>(null);

export function LinkProvider({
  store,
  children,
}: {
  readonly store: LinkStore;
  readonly children: ReactNode;
}) {
  return <LinkContext value={store}>{children}</LinkContext>;
}

export function useLink<Part>(select: (state: LinkState) => Part): Part {
  const store = useContext(LinkContext);
  if (!store) throw new Error('There is no LinkProvider above this component.');
  return useStore(store, select);
}
