/** An earlier run that stays on the charts, faint, while others are tried against it. */
import { shownExperiment } from './shown-experiment.ts';
import type { StateCreator } from 'zustand/vanilla';
import { historyOf } from '../../client/recorded-history.ts';
import type { Playground, PlaygroundStore } from '../playground.ts';
import { recordOnShow } from './record-on-show.ts';
import type { ReferenceRun, ReferenceSlice } from './reference-state.ts';

export const createReferenceSlice: StateCreator<Playground, [], [], ReferenceSlice> = (
  set,
  get,
) => ({
  reference: null,
  keepReference: () => {
    const reference = referenceOf(get());
    if (reference) set({ reference });
  },
  showReference: (record) => {
    const source = historyOf(record);
    set({ reference: { record, source, version: source.version() } });
  },
  dropReference: () => set({ reference: null }),
});

/** The run on screen as a reference, up to now. Null: there is none. */
function referenceOf(state: Playground): ReferenceRun | null {
  const { history } = state;
  const record = recordOnShow(state);
  return history && record && { record, source: history, version: history.version() };
}

/** Completes the record of a run that was kept before its end, once another run is on screen. */
export function completeReferences(store: PlaygroundStore): void {
  store.subscribe(({ history }, before) => {
    const { reference } = before;
    if (history === before.history || reference?.source !== before.history) return;
    if (reference.version === reference.source.version()) return;
    const whole = referenceOf(before);
    if (whole) store.setState({ reference: whole });
  });
}

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
  if (!reference || reference.source === history) return null;
  const { dataset } = shownExperiment({ runExperiment, experiment }).data;
  return reference.record.experiment.data.dataset === dataset ? reference : null;
}
