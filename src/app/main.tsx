/** Starts the page: one store, one worker, and its experiment prepared at once. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { spawnTrainer } from '../client/spawn-trainer.ts';
import { LanePool, poolSize } from '../client/lane-pool.ts';
import { openHistoryShelf } from '../client/history/history-shelf.ts';
import { recallTable } from '../client/history/recall-table.ts';
import { openCutRunShelf } from '../client/cut-run-shelf.ts';
import { openResultShelf } from '../client/result-shelf.ts';
import { recallTables } from '../client/table-shelf.ts';
import { TrainerClient } from '../client/trainer-client.ts';
import { DATASETS } from '../datasets/registry.ts';
import { filesOf, keepFiles, measureKept } from '../datasets/stored/kept-files.ts';
import { keepCutRun } from '../store/compare/keep-cut-run.ts';
import { newId } from '../store/history/new-id.ts';
import { createPlaygroundStore } from '../store/playground-store.ts';
import { openWithTabSettings, tableOfTab } from '../store/compare/tab-settings.ts';
import { createBiasVarianceStore } from '../store/bias-variance/bias-variance-store.ts';
import { INITIAL_BIAS_VARIANCE_FORM } from '../store/bias-variance/initial-bias-variance-form.ts';
import { createHistoryStore } from '../store/history/history-store.ts';
import { keepFinishedRuns } from '../store/history/keep-finished-runs.ts';
import { createLinkStore } from '../store/links/link-store.ts';
import { createOfflineStore } from '../store/offline/offline-store.ts';
import { createPageUndo } from '../store/undo/page-undo.ts';
import { INITIAL_FORM } from '../store/sweep/initial-form.ts';
import { createSweepStore } from '../store/sweep/sweep-store.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { App } from './app.tsx';
import { keepSite } from './offline/keep-site.ts';
import { strayText } from './pages.ts';
import { watchPresses } from './watch-presses.ts';

// What the settings of this tab, a sweep or a link name must be there before they are read.
await recallTables();
const historyShelf = openHistoryShelf();
const tableId = tableOfTab(() => sessionStorage);
if (tableId !== null)
  // A database that does not answer keeps nobody from the page.
  await Promise.race([
    recallTable(historyShelf, tableId),
    new Promise((resolve) => setTimeout(resolve, 2000)),
  ]);
const store = createPlaygroundStore({
  connectTrainer: (listener) => new TrainerClient(spawnTrainer, listener),
  search: location.search,
});
openWithTabSettings(store, () => sessionStorage);

const pool = new LanePool(spawnTrainer, poolSize(navigator.hardwareConcurrency));
const shelf = openResultShelf();
const sweepStore = createSweepStore({
  ...{ pool, shelf, initialForm: INITIAL_FORM },
  backend: () => store.getState().backendChoice,
});
const biasVarianceStore = createBiasVarianceStore({
  ...{ pool, shelf, initialForm: INITIAL_BIAS_VARIANCE_FORM },
  backend: () => store.getState().backendChoice,
});
const undo = createPageUndo(
  { playground: store, sweep: sweepStore, biasVariance: biasVarianceStore },
  watchPresses(),
);
const recalled = [sweepStore.getState().recall(), biasVarianceStore.getState().recall()];
const linkStore = createLinkStore(
  { playground: store, sweep: sweepStore, biasVariance: biasVarianceStore },
  {
    hash: () => location.hash,
    replace: (hash) => {
      history.replaceState(history.state, '', hash);
      dispatchEvent(new HashChangeEvent('hashchange'));
    },
    visit: (hash) => {
      location.hash = hash;
    },
    strayText,
  },
  (id) => recallTable(historyShelf, id),
);
// One that is pasted over the address of the open page is opened too.
addEventListener('hashchange', () => void linkStore.getState().open());
// What waited for this browser's storage must not come after what a link holds.
void Promise.allSettled(recalled).then(() => {
  for (const { getState } of Object.values(undo)) getState().beginHere();
  return linkStore.getState().open();
});
const askToPersist = async () => {
  // Not there on pages served over plain http from another machine.
  await (navigator.storage as StorageManager | undefined)?.persist();
};
const historyStore = createHistoryStore({
  shelf: historyShelf,
  stores: { playground: store, sweep: sweepStore, biasVariance: biasVarianceStore },
  goTo: (page) => linkStore.getState().goTo(page),
  ask: (outcome, again) => linkStore.getState().ask(outcome, again),
  now: () => Date.now(),
  askToPersist,
});
keepFinishedRuns(
  { playground: store, sweep: sweepStore, biasVariance: biasVarianceStore },
  historyStore.getState().keep,
);
void keepCutRun(store, openCutRunShelf(newId));
// A run that is watched keeps a core for itself.
store.subscribe(({ status }, before) => {
  if (status === before.status) return;
  pool.yieldToLiveRun(status === 'training');
});

const baseUrl = new URL('./', document.baseURI).href;
const dataFiles = filesOf(DATASETS);
const offlineStore = createOfflineStore({
  measure: () => measureKept(dataFiles, baseUrl),
  keep: (signal, onProgress) => keepFiles(dataFiles, { baseUrl, signal, onProgress }),
  askToPersist,
  update: () => update(),
});
const update = keepSite(offlineStore);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <App
      store={store}
      sweepStore={sweepStore}
      biasVarianceStore={biasVarianceStore}
      pool={pool}
      linkStore={linkStore}
      undo={undo}
      historyStore={historyStore}
      offlineStore={offlineStore}
    />
  </StrictMode>,
);
