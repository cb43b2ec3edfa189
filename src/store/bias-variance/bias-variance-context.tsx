/** The Bias–variance page's store for React components, and what its results come to. */
import { useMemo } from 'react';
import type { BiasVarianceSummary } from '../../plans/bias-variance.ts';
import { resultsOf } from '../plan-run/plan-run-state.ts';
import type { BiasVarianceState } from './bias-variance-store.ts';
import { storeContext } from '../store-context.tsx';

export const { Provider: BiasVarianceProvider, useSelected: useBiasVariance } =
  storeContext<BiasVarianceState>('BiasVarianceProvider');

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
