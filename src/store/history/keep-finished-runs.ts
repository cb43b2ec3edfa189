/** Finished runs go into History by themselves. */
import type { RunHistory } from '../../client/run-history.ts';
import type { Playground, PlaygroundStore } from '../playground.ts';
import { compareDraft } from './compare-draft.ts';
import type { HistoryState } from './history-state.ts';

/** A run that trains on after its end takes the place of what was kept of it. */
export function keepComparisons(store: PlaygroundStore, keep: HistoryState['keep']): void {
  const ids = new WeakMap<RunHistory, Promise<string | null>>();
  /** Of the history when it was kept. */
  const versions = new WeakMap<RunHistory, number>();
  store.subscribe((state, before) => {
    const { history } = state;
    if (!history || !hasFinished(state)) return;
    if (state.status === before.status && history === before.history) return;
    if (versions.get(history) === history.version()) return;
    versions.set(history, history.version());
    const id = ids.get(history) ?? Promise.resolve(null);
    ids.set(
      history,
      id.then(async (known) => {
        const draft = compareDraft(state, known);
        return draft ? ((await keep(draft)) ?? known) : known;
      }),
    );
  });
}

/** By itself, or because every arm has ended; and it is not one that was kept before. */
function hasFinished({ status, failure, keptRun }: Playground): boolean {
  return keptRun === null && failure === null && (status === 'finished' || status === 'stopped');
}
