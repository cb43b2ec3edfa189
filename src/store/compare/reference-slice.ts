/** An earlier run that stays on the charts, faint, while others are tried against it. */
import { shownExperiment } from './shown-experiment.ts';
import type { StateCreator } from 'zustand/vanilla';
import type { Playground } from '../playground.ts';
import type { ReferenceRun, ReferenceSlice } from './reference-state.ts';

export const createReferenceSlice: StateCreator<Playground, [], [], ReferenceSlice> = (
  set,
  get,
) => ({
  reference: null,
  keepReference: () => {
    const { history, runExperiment } = get();
    if (history && runExperiment) set({ reference: { history, experiment: runExperiment } });
  },
  dropReference: () => set({ reference: null }),
});

/**
 * The reference where it can be compared: not with itself, and not with other data, whose figures are of
 * another size.
 */
export function comparableReference({
  reference,
  history,
  runExperiment,
  experiment,
}: Playground): ReferenceRun | null {
  if (!reference || reference.history === history) return null;
  const { dataset } = shownExperiment({ runExperiment, experiment }).data;
  return reference.experiment.data.dataset === dataset ? reference : null;
}
