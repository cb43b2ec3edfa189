/** Finished runs go into History by themselves. */
import type { RunHistory } from '../../client/run-history.ts';
import type { PageStores } from '../links/open-in-page.ts';
import type { PlanRunState, PreparedRun } from '../plan-run/plan-run-state.ts';
import type { Playground, PlaygroundStore } from '../playground.ts';
import { compareDraft } from './compare-draft.ts';
import type { HistoryState } from './history-state.ts';

type Keep = HistoryState['keep'];

export function keepFinishedRuns(stores: PageStores, keep: Keep): void {
  const { playground, sweep, biasVariance } = stores;
  const backend = () => playground.getState().backendChoice;
  keepComparisons(playground, keep);
  sweep.subscribe((state, before) => {
    if (!hasJustFinished(state, before)) return;
    void drafts().then(({ sweepDraft }) => keep(sweepDraft(state, backend())));
  });
  biasVariance.subscribe((state, before) => {
    if (!hasJustFinished(state, before)) return;
    void drafts().then(({ biasVarianceDraft }) => keep(biasVarianceDraft(state, backend())));
  });
}

function drafts() {
  return import('./plan-drafts.ts');
}

type PlanState = PlanRunState<unknown, PreparedRun>;

/** All of it, trained now. */
function hasJustFinished(
  { run, done, prepared }: Pick<PlanState, 'run' | 'done' | 'prepared'>,
  before: Pick<PlanState, 'run'>,
): boolean {
  return run?.isOver === true && run !== before.run && done > 0 && done === prepared.lanes.length;
}

/** A run that trains on after its end takes the place of what was kept of it. */
function keepComparisons(store: PlaygroundStore, keep: Keep): void {
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
