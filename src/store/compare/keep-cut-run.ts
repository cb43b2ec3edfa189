/** Keeps the run of this tab while it trains or is paused, and offers to go on with it after a reload. */
import { APP_VERSION } from '../../base/app-version.ts';
import { readCutRun } from '../../client/cut-run.ts';
import type { CutRun } from '../../client/cut-run.ts';
import type { CutRunShelf } from '../../client/cut-run-shelf.ts';
import type { Playground, PlaygroundStore } from '../playground.ts';

/** Not more often: all that was shown is written anew. */
const KEEP_MS = 3000;
const NOT_GOING_ON =
  'A run was cut off, and cannot go on: what this browser kept of it is damaged or of another version of the page.';

/** Storage that is full or forbidden keeps nothing, and the run trains all the same. */
export async function keepCutRun(store: PlaygroundStore, shelf: CutRunShelf): Promise<void> {
  await offerCutRun(store, shelf).catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isKept = false;
  // One write after the other.
  let work = Promise.resolve();
  const queue = (act: () => Promise<void>) => {
    work = work.then(act).catch(() => undefined);
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const keep = () => {
    stop();
    const run = cutRunOf(store.getState());
    if (!run) return;
    isKept = true;
    queue(() => shelf.put(run));
  };
  store.subscribe((state, before) => {
    if (state.keptRun) return;
    // What is kept is the run on screen now, or none that anybody wants.
    if (before.cutRun && !state.cutRun) {
      isKept = isUnderWay(state);
      if (!isKept) queue(shelf.remove);
    } else if (!isUnderWay(state)) {
      stop();
      if (isKept) queue(shelf.remove);
      isKept = false;
    } else if (state.status === 'paused' && before.status === 'training') keep();
    else timer ??= setTimeout(keep, KEEP_MS);
  });
}

async function offerCutRun(store: PlaygroundStore, shelf: CutRunShelf): Promise<void> {
  const found = await shelf.find();
  if (found === undefined) return;
  const cutRun = readCutRun(found);
  if (cutRun) {
    store.setState({ cutRun });
    return;
  }
  await shelf.remove();
  store.setState(({ notices }) => ({ notices: [...notices, NOT_GOING_ON] }));
}

function isUnderWay({ status, failure }: Playground): boolean {
  return failure === null && (status === 'training' || status === 'paused');
}

/** Null: nothing would be lost. */
function cutRunOf(state: Playground): CutRun | null {
  const { history, runExperiment: experiment, liveChanges: changes, epoch } = state;
  const save = state.lastSave();
  if (!isUnderWay(state) || !history || !experiment || !save || epoch === 0) return null;
  const { presetId, backend } = state;
  const { run } = history;
  return {
    ...{ app: APP_VERSION, presetId, experiment, changes, backend, run, save },
    frame: history.wholeFrame(epoch),
  };
}
