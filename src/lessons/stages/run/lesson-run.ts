/**
 * The run of a lesson: a store and a worker of its own, so that nothing of the student's own experiment is touched.
 * It trains by itself to the moment of the question and waits there.
 */
import { TrainerClient } from '../../../client/trainer-client.ts';
import type { TrainerWorker } from '../../../client/trainer-client.ts';
import { createPlaygroundStore } from '../../../store/playground-store.ts';
import type { Playground, PlaygroundStore } from '../../../store/playground.ts';
import type { RunPart } from '../../lesson/lesson.ts';

export interface LessonRun {
  readonly store: PlaygroundStore;
  /** Prepares the run; the worker is started for it. */
  readonly open: () => void;
  /** Ends the worker. */
  readonly close: () => void;
}

interface LessonRunParts {
  readonly part: Pick<RunPart, 'experiment' | 'pace' | 'chart' | 'panel'>;
  readonly seed: number;
  /** The page's own store: its choice of backend and how it is shown hold here too. */
  readonly page: PlaygroundStore;
  readonly spawn: () => TrainerWorker;
}

export function createLessonRun({ part, seed, page, spawn }: LessonRunParts): LessonRun {
  let client: TrainerClient | null = null;
  const store = createPlaygroundStore({
    connectTrainer: (listener) => {
      client = new TrainerClient(spawn, listener);
      return client;
    },
    search: '',
  });
  let leavePage: (() => void) | null = null;
  return {
    store,
    open: () => {
      store.setState({ ...shownAs(page.getState()), backendChoice: page.getState().backendChoice });
      leavePage = page.subscribe((state) => store.setState(shownAs(state)));
      store.getState().showChart(part.chart);
      store.getState().applyPreset({
        ...{ id: '', pace: part.pace },
        ...(part.panel !== undefined && { panel: part.panel }),
        experiment: {
          ...part.experiment,
          training: { ...part.experiment.training, seed },
        },
      });
    },
    close: () => {
      leavePage?.();
      client?.dispose();
    },
  };
}

function shownAs({ isPresenting, colorScheme, usesShortcuts }: Playground) {
  return { isPresenting, colorScheme, usesShortcuts };
}

/**
 * Trains epoch by epoch up to the one in which the question is asked, at the pace of the run, and tells when it is
 * there. Returns a function that ends this.
 */
export function trainToQuestion(
  store: PlaygroundStore,
  { askAt, pace }: Pick<RunPart, 'askAt' | 'pace'>,
  arrived: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isThere = false;
  /** The epoch for which a step was ordered last. */
  let ordered = -1;
  const look = ({ status, epoch, history }: Playground) => {
    if (isThere || !history || (status !== 'ready' && status !== 'paused')) return;
    if (epoch >= askAt) {
      isThere = true;
      arrived();
    } else if (epoch !== ordered) {
      ordered = epoch;
      timer = setTimeout(() => store.getState().stepEpoch(), 1000 / (pace ?? FASTEST));
    }
  };
  const leave = store.subscribe(look);
  look(store.getState());
  return () => {
    leave();
    clearTimeout(timer);
  };
}

/** Epochs a second: what comes before the question is to be seen. */
const FASTEST = 15;
