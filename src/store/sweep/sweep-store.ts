/**
 * The Sweep page's store: what is swept, how far it is trained, and what was asked of single cells. Results are
 * kept by what was trained (client/result-key.ts), so that a change of the grid trains only what is new.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { LaneJob, LanePool } from '../../client/lane-pool.ts';
import type { ResultShelf } from '../../client/result-shelf.ts';
import type { LaneResult } from '../../figures/lane-result.ts';
import type { BackendChoice } from '../../protocol/messages.ts';
import { sameValue } from '../../base/same-value.ts';
import { rowPartsOrder } from '../../plans/row-parts-order.ts';
import { suitedForm } from '../../plans/sweep-form.ts';
import type { SweepForm } from '../../plans/sweep-form.ts';
import { estimateSeconds } from './estimate-cost.ts';
import { askCell } from './ask-cell.ts';
import type { CellAnswer, CellQuestion } from './ask-cell.ts';
import { prepareSweep } from './prepare-sweep.ts';
import type { PreparedSweep, SweepLane } from './prepare-sweep.ts';
import { readForm } from './read-form.ts';
import { readRowParts } from './read-row-parts.ts';
import type { RowPartsAnswer } from './read-row-parts.ts';
import { TrainingClock } from './training-clock.ts';

export type SweepStatus = 'resting' | 'training' | 'paused';

export interface SweepState {
  readonly form: SweepForm;
  readonly prepared: PreparedSweep;
  readonly status: SweepStatus;
  /** By result key; grows while it trains. Read it anew when `version` has changed. */
  readonly results: ReadonlyMap<string, LaneResult>;
  readonly version: number;
  /** Trainings of this sweep that are done, those under way counted by their share. */
  readonly done: number;
  /** Why trainings failed, by result key. */
  readonly failures: ReadonlyMap<string, string>;
  /** For what is not trained yet; null: not known. */
  readonly estimatedSeconds: number | null;
  readonly isEstimating: boolean;
  /** What every row does; of another division than the present one its key is another. */
  readonly rowParts: RowPartsAnswer | null;
  /** Of the run under way, or of the last one. */
  readonly run: SweepRun | null;
  /** What the page says besides: storage that is full, a form that could not be read. */
  readonly notice: string | null;
  /** The curves, or the sealed test set, of one cell. */
  readonly answers: Readonly<Partial<Record<CellQuestion['kind'], CellAnswer>>>;
  /** Place of the cell that is looked at ("3,0"). */
  readonly shownPlace: string | null;

  readonly change: (change: Partial<SweepForm>) => void;
  /** Reads which rows are in which fold, and times what is not trained yet. */
  readonly estimate: () => void;
  readonly start: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** What is finished stays. */
  readonly cancel: () => void;
  /** Forgets the results of one cell, and trains it again. */
  readonly trainAgain: (place: string) => void;
  /** Null: something else was asked or started meanwhile. */
  readonly ask: (question: CellQuestion) => Promise<CellAnswer | null>;
  readonly show: (place: string | null) => void;
  readonly dismissNotice: () => void;
  /** Reads what was kept from before a reload. */
  readonly recall: () => Promise<void>;
}

export interface SweepRun {
  /** Training, without pauses and without time in which the tab was frozen. */
  readonly seconds: number;
  /** Null: not known yet. */
  readonly secondsLeft: number | null;
  /** What was expected before it began; null: it was not estimated. */
  readonly expectedSeconds: number | null;
  readonly trainings: number;
  readonly isOver: boolean;
}

export type SweepStore = StoreApi<SweepState>;

export interface SweepSurroundings {
  readonly pool: Pick<LanePool, 'start' | 'size'>;
  readonly shelf: ResultShelf;
  readonly backend: () => BackendChoice;
  readonly initialForm: SweepForm;
}

/** Results reach the page this often at most: the one throttle between workers and pixels. */
const PUBLISH_MS = 120;
const UNREADABLE =
  'The sweep that this browser had kept is damaged or cannot run. The page starts from its first preset.';
const SHELF_TROUBLE =
  'This browser does not let the page keep results: they last until the page is closed.';

export function createSweepStore(surroundings: SweepSurroundings): SweepStore {
  const { pool, shelf } = surroundings;
  const results = new Map<string, LaneResult>();
  const failures = new Map<string, string>();
  const unkept = new Map<string, LaneResult>();
  let job: LaneJob | null = null;
  let publishing: ReturnType<typeof setTimeout> | null = null;
  let underWay = 0;
  let session = { lanes: 0, doneBefore: 0, expected: null as number | null };
  let estimation = new AbortController();
  let asking = new AbortController();

  return createStore<SweepState>()((set, get) => {
    const clock = new TrainingClock(() => publish());

    const countDone = ({ lanes }: PreparedSweep) =>
      lanes.filter(({ resultKey }) => results.has(resultKey)).length;
    const missingOf = ({ lanes }: PreparedSweep): SweepLane[] =>
      lanes.filter(({ resultKey }) => !results.has(resultKey));

    function publish() {
      const { status, run, prepared } = get();
      const whole = countDone(prepared);
      const done = status === 'resting' ? whole : Math.max(whole, session.doneBefore + underWay);
      set({ version: get().version + 1, done, failures: new Map(failures) });
      if (run && status !== 'resting') set({ run: { ...run, ...timesOf(done) } });
    }
    function publishSoon() {
      publishing ??= setTimeout(() => {
        publishing = null;
        publish();
        keepSoon();
      }, PUBLISH_MS);
    }
    function timesOf(done: number) {
      const { seconds } = clock;
      const trained = done - session.doneBefore;
      const left = session.lanes - trained;
      const secondsLeft =
        trained > 0 && seconds > 0.5
          ? (seconds / trained) * left
          : session.expected === null
            ? null
            : Math.max(0, session.expected - seconds);
      return { seconds, secondsLeft };
    }
    function keepSoon() {
      if (unkept.size === 0) return;
      const batch = new Map(unkept);
      unkept.clear();
      shelf.put(batch).catch(() => set({ notice: SHELF_TROUBLE }));
    }
    function endJob() {
      job?.cancel();
      job = null;
      clock.stop();
    }
    function rest(isOver: boolean) {
      endJob();
      const { run } = get();
      set({ status: 'resting' });
      publish();
      keepSoon();
      if (run) set({ run: { ...run, seconds: clock.seconds, secondsLeft: null, isOver } });
    }
    function train(lanes: readonly SweepLane[]) {
      estimation.abort();
      asking.abort();
      for (const { resultKey } of lanes) failures.delete(resultKey);
      const { prepared, estimatedSeconds } = get();
      session = {
        lanes: lanes.length,
        doneBefore: countDone(prepared),
        expected: estimatedSeconds,
      };
      underWay = 0;
      clock.reset();
      clock.start();
      set({
        status: 'training',
        isEstimating: false,
        run: {
          ...{ seconds: 0, secondsLeft: estimatedSeconds, expectedSeconds: estimatedSeconds },
          ...{ trainings: lanes.length, isOver: false },
        },
      });
      const order = {
        specs: lanes.map(({ spec }) => spec),
        wishes: prepared.plan.wishes,
        backend: surroundings.backend(),
      };
      job = pool.start(order, {
        laneTrained: (lane, result) => {
          const key = lanes[lane]?.resultKey;
          if (key === undefined) return;
          results.set(key, result);
          unkept.set(key, result);
          publishSoon();
        },
        laneFailed: (lane, { message }) => {
          const key = lanes[lane]?.resultKey;
          if (key !== undefined) failures.set(key, message);
          publishSoon();
        },
        progressed: (lanesDone) => {
          underWay = lanesDone;
          publishSoon();
        },
        finished: () => {
          job = null;
          rest(true);
          set({ estimatedSeconds: null });
        },
      });
      publish();
    }
    function apply(form: SweepForm) {
      const wasTraining = get().status !== 'resting';
      if (wasTraining) rest(false);
      estimation.abort();
      asking.abort();
      const prepared = prepareSweep(form);
      set({
        ...{ form, prepared, estimatedSeconds: null, isEstimating: false, answers: {} },
        ...{ shownPlace: null, run: null },
        done: countDone(prepared),
        version: get().version + 1,
      });
      void fetchKept(prepared);
    }
    /** The pool trains one order at a time: rows are read first. */
    async function lookAhead(prepared: PreparedSweep, signal: AbortSignal) {
      const specs = missingOf(prepared).map(({ spec }) => spec);
      const isTimed = specs.length > 0;
      set({ isEstimating: isTimed });
      const backend = surroundings.backend();
      const order = rowPartsOrder(prepared.lanes);
      if (order && order.key !== get().rowParts?.key) {
        const rowParts = await readRowParts(pool, order, { backend, signal });
        if (signal.aborted) return;
        if (rowParts) set({ rowParts });
      }
      if (!isTimed) return;
      const { wishes } = prepared.plan;
      const seconds = await estimateSeconds(pool, specs, { wishes, backend, signal });
      if (!signal.aborted) set({ estimatedSeconds: seconds, isEstimating: false });
    }
    async function fetchKept(prepared: PreparedSweep) {
      const missing = missingOf(prepared).map(({ resultKey }) => resultKey);
      if (missing.length === 0) return;
      try {
        for (const [key, result] of await shelf.find(missing)) results.set(key, result);
      } catch {
        return; // What cannot be read is trained.
      }
      if (get().prepared === prepared && get().status === 'resting') publish();
    }

    return {
      form: surroundings.initialForm,
      prepared: prepareSweep(surroundings.initialForm),
      status: 'resting',
      ...{ results, version: 0, done: 0, failures: new Map() },
      ...{ estimatedSeconds: null, isEstimating: false, run: null, notice: null },
      ...{ answers: {}, shownPlace: null, rowParts: null },

      change: (change) => {
        // Which epoch judges is left alone where it was chosen with the rest, as presets do.
        const before = change.judging ? null : get().form;
        const form = suitedForm({ ...get().form, ...change }, before);
        // A value was confirmed that stands there.
        if (sameValue(form, get().form)) return;
        apply(form);
        shelf.writeForm(form).catch(() => undefined);
      },
      estimate: () => {
        const { prepared, status } = get();
        if (status !== 'resting') return;
        estimation.abort();
        estimation = new AbortController();
        void lookAhead(prepared, estimation.signal);
      },
      start: () => {
        const { status, prepared } = get();
        const lanes = missingOf(prepared);
        if (status === 'resting' && lanes.length > 0) train(lanes);
      },
      pause: () => {
        if (get().status !== 'training') return;
        job?.pause();
        clock.stop();
        set({ status: 'paused' });
        keepSoon();
      },
      resume: () => {
        if (get().status !== 'paused') return;
        job?.resume();
        clock.start();
        set({ status: 'training' });
      },
      cancel: () => {
        if (get().status !== 'resting') rest(false);
      },
      trainAgain: (place) => {
        const { status, prepared } = get();
        if (status !== 'resting') return;
        const lanes = prepared.lanes.filter(({ key }) => key.startsWith(`${place}/`));
        for (const { resultKey } of lanes) results.delete(resultKey);
        shelf.remove(lanes.map(({ resultKey }) => resultKey)).catch(() => undefined);
        train(lanes);
      },
      ask: async (question) => {
        const { prepared, status } = get();
        if (status !== 'resting') return null;
        estimation.abort();
        asking.abort();
        asking = new AbortController();
        const { signal } = asking;
        set({ isEstimating: false });
        return askCell(
          { pool, prepared, results, backend: surroundings.backend(), signal },
          question,
          (one) => set({ answers: { ...get().answers, [question.kind]: one } }),
        );
      },
      show: (place) => set({ shownPlace: place }),
      dismissNotice: () => set({ notice: null }),
      recall: async () => {
        const kept = await shelf.readForm().catch(() => undefined);
        const form = readForm(kept);
        if (kept !== undefined && !form) set({ notice: UNREADABLE });
        if (form && get().status === 'resting') apply(form);
        else await fetchKept(get().prepared);
      },
    };
  });
}
