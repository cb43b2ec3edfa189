/**
 * Trains what a page's plan needs and keeps count of it, for every page that has a plan. Results are kept by what
 * was trained (client/result-key.ts), so that a change of the plan trains only what is new.
 */
import type { LaneJob } from '../../client/lane-job.ts';
import type { LanePool } from '../../client/lane-pool.ts';
import type { ResultShelf } from '../../client/result-shelf.ts';
import { sameValue } from '../../base/same-value.ts';
import type { LaneResult } from '../../figures/lane-result.ts';
import type { BackendChoice } from '../../protocol/messages.ts';
import { estimateSeconds } from './estimate-cost.ts';
import type { PlanRunState, PreparedRun, RunLane } from './plan-run-state.ts';
import { PaceMeter } from './pace-meter.ts';
import { TrainingClock } from './training-clock.ts';

export interface RunSurroundings {
  readonly pool: Pick<LanePool, 'start' | 'size' | 'isTraining'>;
  readonly shelf: ResultShelf;
  readonly backend: () => BackendChoice;
}

export interface PlanRunParts<Form, Prepared> extends RunSurroundings {
  /** Its form is kept under this name. */
  readonly page: string;
  readonly initialForm: Form;
  readonly prepare: (form: Form) => Prepared;
  /** A form that was changed, with all that follows from the change. */
  readonly suit: (form: Form, before: Form, change: Partial<Form>) => Form;
  /** A form as it was kept; null: it is damaged, or cannot run. */
  readonly read: (kept: unknown) => Form | null;
  /** What the page says then. */
  readonly unreadable: string;
  /** Absent: as many lanes as suit their number. */
  readonly lanesPerChunk?: (prepared: Prepared) => number;
}

/** The store that it is a part of. */
export interface RunHost<Form, Prepared extends PreparedRun> {
  readonly read: () => PlanRunState<Form, Prepared>;
  readonly write: (change: Partial<PlanRunState<Form, Prepared>>) => void;
  /** Something is about to train, or the form was changed: what was asked of the pool besides is given up. */
  readonly interrupt: () => void;
  /** The form is another one. */
  readonly formChanged: () => void;
  /** What the pool is asked before it is timed. */
  readonly lookAhead?: (prepared: Prepared, signal: AbortSignal) => Promise<void>;
}

/** Results reach the page this often at most: the one throttle between workers and pixels. */
const PUBLISH_MS = 120;
const SHELF_TROUBLE =
  'This browser does not let the page keep results: they last until the page is closed.';

export class PlanRun<Form extends object, Prepared extends PreparedRun> {
  private readonly parts: PlanRunParts<Form, Prepared>;
  private readonly host: RunHost<Form, Prepared>;
  private readonly results = new Map<string, LaneResult>();
  private readonly failures = new Map<string, string>();
  /** Not on the shelf yet. */
  private readonly unkept = new Map<string, LaneResult>();
  private readonly clock = new TrainingClock(() => this.publish());
  private job: LaneJob | null = null;
  private publishing: ReturnType<typeof setTimeout> | null = null;
  /** Lanes of the job that are done, by their share. */
  private underWay = 0;
  private pace = new PaceMeter();
  private session = { lanes: 0, doneBefore: 0, expected: null as number | null };
  private estimation = new AbortController();

  constructor(parts: PlanRunParts<Form, Prepared>, host: RunHost<Form, Prepared>) {
    this.parts = parts;
    this.host = host;
  }

  /** What the store begins with. */
  initialState(): PlanRunState<Form, Prepared> {
    const { initialForm, prepare } = this.parts;
    return {
      form: initialForm,
      prepared: prepare(initialForm),
      status: 'resting',
      ...{ results: this.results, version: 0, done: 0, failures: new Map() },
      ...{ estimatedSeconds: null, isEstimating: false, run: null, notice: null },
      change: (change) => this.change(change),
      estimate: () => this.estimate(),
      start: () => this.start(),
      pause: () => this.pause(),
      resume: () => this.resume(),
      cancel: () => this.cancel(),
      dismissNotice: () => this.host.write({ notice: null }),
      recall: () => this.recall(),
      take: (form, results) => this.take(form, results),
    };
  }

  /** Forgets the results of these lanes, and trains them again. */
  trainAgain(lanes: readonly RunLane[]): void {
    if (this.state.status !== 'resting') return;
    for (const { resultKey } of lanes) this.results.delete(resultKey);
    this.parts.shelf.remove(lanes.map(({ resultKey }) => resultKey)).catch(() => undefined);
    this.train(lanes);
  }

  /** Nothing else is asked of the pool meanwhile. */
  stopEstimating(): void {
    this.estimation.abort();
    if (this.state.isEstimating) this.host.write({ isEstimating: false });
  }

  private get state(): PlanRunState<Form, Prepared> {
    return this.host.read();
  }

  private change(change: Partial<Form>): void {
    const { form: before } = this.state;
    const form = this.parts.suit({ ...before, ...change }, before, change);
    // A value was confirmed that stands there.
    if (sameValue(form, before)) return;
    this.applyKept(form);
  }

  private take(form: Form, results: ReadonlyMap<string, LaneResult>): () => void {
    const { form: before } = this.state;
    const replaced = [...results.keys()].map((key) => [key, this.results.get(key)] as const);
    for (const [key, result] of results) this.results.set(key, result);
    this.applyKept(form);
    return () => {
      for (const [key, result] of replaced) {
        // It may have been trained again meanwhile.
        if (this.results.get(key) !== results.get(key)) continue;
        if (result) this.results.set(key, result);
        else this.results.delete(key);
      }
      this.applyKept(before);
    };
  }

  private applyKept(form: Form): void {
    this.apply(form);
    this.parts.shelf.writeForm(this.parts.page, form).catch(() => undefined);
  }

  private apply(form: Form): void {
    if (this.state.status !== 'resting') this.rest(false);
    this.stopEstimating();
    this.host.interrupt();
    const prepared = this.parts.prepare(form);
    this.host.write({
      ...{ form, prepared, estimatedSeconds: null, run: null },
      done: this.countDone(prepared),
      version: this.state.version + 1,
    });
    this.host.formChanged();
    void this.fetchKept(prepared);
  }

  private async recall(): Promise<void> {
    const { shelf, page, read, unreadable } = this.parts;
    const kept = await shelf.readForm(page).catch(() => undefined);
    const form = read(kept);
    if (kept !== undefined && !form) this.host.write({ notice: unreadable });
    if (form && this.state.status === 'resting') this.apply(form);
    else await this.fetchKept(this.state.prepared);
  }

  private async fetchKept(prepared: Prepared): Promise<void> {
    const missing = this.missingOf(prepared).map(({ resultKey }) => resultKey);
    if (missing.length === 0) return;
    try {
      for (const [key, result] of await this.parts.shelf.find(missing))
        this.results.set(key, result);
    } catch {
      return; // What cannot be read is trained.
    }
    if (this.state.prepared === prepared && this.state.status === 'resting') this.publish();
  }

  private estimate(): void {
    // Trainings of another page are not held up for it.
    if (this.state.status !== 'resting' || this.parts.pool.isTraining) return;
    this.estimation.abort();
    this.estimation = new AbortController();
    void this.lookAhead(this.state.prepared, this.estimation.signal);
  }

  /** The pool trains one order at a time. */
  private async lookAhead(prepared: Prepared, signal: AbortSignal): Promise<void> {
    const { pool, backend } = this.parts;
    const specs = this.missingOf(prepared).map(({ spec }) => spec);
    const isTimed = specs.length > 0;
    this.host.write({ isEstimating: isTimed });
    await this.host.lookAhead?.(prepared, signal);
    if (!isTimed) return;
    const timing = { wishes: prepared.plan.wishes, backend: backend(), signal };
    const seconds = await estimateSeconds(pool, specs, timing);
    if (!signal.aborted) this.host.write({ estimatedSeconds: seconds, isEstimating: false });
  }

  private start(): void {
    const { status, prepared } = this.state;
    const lanes = this.missingOf(prepared);
    if (status === 'resting' && lanes.length > 0) this.train(lanes);
  }

  private pause(): void {
    if (this.state.status !== 'training') return;
    this.job?.pause();
    this.wait();
  }

  private resume(): void {
    if (this.state.status !== 'paused') return;
    this.job?.resume();
    this.goOn();
  }

  private wait(): void {
    this.clock.stop();
    this.host.write({ status: 'paused' });
    this.keep();
  }

  private goOn(): void {
    this.clock.start();
    this.host.write({ status: 'training' });
  }

  private cancel(): void {
    if (this.state.status !== 'resting') this.rest(false);
  }

  private train(lanes: readonly RunLane[]): void {
    this.estimation.abort();
    this.host.interrupt();
    for (const { resultKey } of lanes) this.failures.delete(resultKey);
    const { prepared, estimatedSeconds } = this.state;
    const doneBefore = this.countDone(prepared);
    this.session = { lanes: lanes.length, doneBefore, expected: estimatedSeconds };
    this.underWay = 0;
    this.pace = new PaceMeter();
    this.clock.reset();
    this.clock.start();
    this.host.write({
      status: 'training',
      isEstimating: false,
      run: {
        ...{ seconds: 0, secondsLeft: estimatedSeconds, expectedSeconds: estimatedSeconds },
        ...{ trainings: lanes.length, isOver: false },
      },
    });
    const { pool, backend, lanesPerChunk } = this.parts;
    const order = {
      specs: lanes.map(({ spec }) => spec),
      wishes: prepared.plan.wishes,
      backend: backend(),
      ...(lanesPerChunk && { lanesPerChunk: lanesPerChunk(prepared) }),
    };
    this.job = pool.start(order, {
      laneTrained: (lane, result) => this.laneTrained(lanes[lane], result),
      laneFailed: (lane, { message }) => {
        const key = lanes[lane]?.resultKey;
        if (key !== undefined) this.failures.set(key, message);
        this.publishSoon();
      },
      progressed: (lanesDone) => {
        this.underWay = lanesDone;
        this.publishSoon();
      },
      finished: () => {
        this.job = null;
        this.rest(true);
        this.host.write({ estimatedSeconds: null });
      },
      displaced: () => this.wait(),
      continued: () => this.goOn(),
    });
    this.publish();
  }

  private laneTrained(lane: RunLane | undefined, result: LaneResult): void {
    if (!lane) return;
    this.results.set(lane.resultKey, result);
    this.unkept.set(lane.resultKey, result);
    this.publishSoon();
  }

  private rest(isOver: boolean): void {
    this.job?.cancel();
    this.job = null;
    this.clock.stop();
    this.host.write({ status: 'resting' });
    this.publish();
    this.keep();
    const { run } = this.state;
    if (run)
      this.host.write({ run: { ...run, seconds: this.clock.seconds, secondsLeft: null, isOver } });
  }

  private publishSoon(): void {
    this.publishing ??= setTimeout(() => {
      this.publishing = null;
      this.publish();
      this.keep();
    }, PUBLISH_MS);
  }

  private publish(): void {
    const { status, run, prepared, version } = this.state;
    const whole = this.countDone(prepared);
    const isResting = status === 'resting';
    const done = isResting ? whole : Math.max(whole, this.session.doneBefore + this.underWay);
    this.host.write({ version: version + 1, done, failures: new Map(this.failures) });
    if (run && !isResting) this.host.write({ run: { ...run, ...this.timesOf(done) } });
  }

  private timesOf(done: number) {
    const { seconds } = this.clock;
    const { doneBefore, lanes, expected } = this.session;
    const trained = done - doneBefore;
    this.pace.note(seconds, trained);
    const asExpected = expected === null ? null : Math.max(0, expected - seconds);
    return { seconds, secondsLeft: this.pace.secondsFor(lanes - trained) ?? asExpected };
  }

  private keep(): void {
    if (this.unkept.size === 0) return;
    const batch = new Map(this.unkept);
    this.unkept.clear();
    this.parts.shelf.put(batch).catch(() => this.host.write({ notice: SHELF_TROUBLE }));
  }

  private countDone({ lanes }: Prepared): number {
    return lanes.filter(({ resultKey }) => this.results.has(resultKey)).length;
  }

  private missingOf({ lanes }: Prepared): RunLane[] {
    return lanes.filter(({ resultKey }) => !this.results.has(resultKey));
  }
}
