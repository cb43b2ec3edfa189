/** The Bias–variance page's store for React components, and what its results come to. */
import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { BiasVarianceSummary } from '../../plans/bias-variance.ts';
import { resultsOf } from '../plan-run/plan-run-state.ts';
import type { BiasVarianceState, BiasVarianceStore } from './bias-variance-store.ts';

const BiasVarianceContext = createContext<BiasVarianceStore | null>(null);

export function BiasVarianceProvider({
  store,
  children,
}: {
  readonly store: BiasVarianceStore;
  readonly children: ReactNode;
}) {
  return <BiasVarianceContext value={store}>{children}</BiasVarianceContext>;
}

export function useBiasVariance<Part>(select: (state: BiasVarianceState) => Part): Part {
  const store = useContext(BiasVarianceContext);
  if (!store) throw new Error('There is no BiasVarianceProvider above this component.');
  return useStore(store, select);
}

export function useBiasVarianceSummary(): BiasVarianceSummary {
  const prepared = useBiasVariance((state) => state.prepared);
  const results = useBiasVariance((state) => state.results);
  const version = useBiasVariance((state) => state.version);
  return useMemo(
    () => prepared.plan.summarise(resultsOf(prepared, results)),
    // `results` is one growing map: its version tells when to look again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [prepared, results, version],
  );
}
