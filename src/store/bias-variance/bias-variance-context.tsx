/** The Bias–variance page's store for React components, and what its results come to. */
import { useMemo } from 'react';
import type { BiasVarianceSummary } from '../../plans/bias-variance.ts';
import { usePlanResults } from '../plan-run/use-plan-results.ts';
import type { BiasVarianceState } from './bias-variance-store.ts';
import { storeContext } from '../store-context.tsx';

export const {
  Provider: BiasVarianceProvider,
  useSelected: useBiasVariance,
  useWhole: useBiasVarianceStore,
} = storeContext<BiasVarianceState>('BiasVarianceProvider');

export function useBiasVarianceSummary(): BiasVarianceSummary {
  const prepared = useBiasVariance((state) => state.prepared);
  const done = usePlanResults({
    prepared,
    results: useBiasVariance((state) => state.results),
    version: useBiasVariance((state) => state.version),
  });
  return useMemo(() => prepared.plan.summarise(done), [prepared, done]);
}
