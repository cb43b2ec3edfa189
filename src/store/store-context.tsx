/** A store for the React components below its provider, and the hook by which they select from it. */
import { createContext, useContext } from 'react';
import type { FunctionComponent, ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';

interface ProviderProps<State> {
  readonly store: StoreApi<State>;
  readonly children: ReactNode;
}

interface StoreContext<State> {
  readonly Provider: FunctionComponent<ProviderProps<State>>;
  readonly useSelected: <Part>(select: (state: State) => Part) => Part;
  /** For code that reads the store when it chooses to, without being drawn again. */
  readonly useWhole: () => StoreApi<State>;
}

/** `name`: of the provider, for whoever forgets it. */
export function storeContext<State>(name: string): StoreContext<State> {
  const Context = createContext<StoreApi<State> | null>(null);
  const useWhole = () => {
    const store = useContext(Context);
    if (!store) throw new Error(`There is no ${name} above this component.`);
    return store;
  };
  return {
    Provider: ({ store, children }) => <Context value={store}>{children}</Context>,
    useSelected: (select) => useStore(useWhole(), select),
    useWhole,
  };
}
