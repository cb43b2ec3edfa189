/**
 * Trains planned lanes to their end and measures them no more often than is wanted. The figures are those
 * that a live run of the same lanes has, bit for bit: measuring changes nothing that trains.
 */
import type { Examples } from '../../engine/batches/examples.ts';
import type { ComputeBackend } from '../../engine/step/kernels.ts';
import type { LaneEnding } from '../../engine/lanes/lane-endings.ts';
import type { LaneState } from '../../engine/lanes/lane-state.ts';
import type { LanePlan } from '../../engine/lanes/lanes.ts';
import type { LaneFigures } from '../../engine/measuring/measuring.ts';
import { TrainingRun } from '../../engine/lanes/training-run.ts';
import type { EpochReport } from '../../engine/lanes/training-run.ts';
import type { Split } from '../../datasets/splitting/split.ts';
import { parameterCount } from '../../experiment/experiment.ts';
import { FIGURES } from '../../figures/figures.ts';
import type { FigureRow } from '../../figures/figures.ts';
import type { LaneOutcome, LaneResult, LaneWishes } from '../../figures/lane-result.ts';
import { measureScaled } from './measure-scaled.ts';
import { inputsOf, momentsOfPlan, varianceOf, weightsIn, weightsOf } from './read-lane.ts';

export interface LaneOrder {
  readonly plans: readonly LanePlan[];
  /** Of every lane. */
  readonly epochs: number;
  readonly wishes: LaneWishes;
  /** [lane] how its rows were drawn. */
  readonly splits: readonly Pick<Split, 'numbers' | 'keptClasses' | 'rowParts'>[];
  /** [lane] the sealed test rows; null: the seal is not broken. */
  readonly tests: readonly Examples[] | null;
}

/**
 * Awaited between bursts of steps, with the share of them that is done: lets messages in, holds training up,
 * and throws to end it.
 */
export type Pause = (share: number) => Promise<void>;

/** A burst aims at this long, so that a request to hold or to end is heard soon. */
const BURST_MS = 20;

/** In the order of the plans. */
export async function trainLanes(
  backend: ComputeBackend,
  order: LaneOrder,
  pause: Pause,
): Promise<LaneResult[]> {
  const run = new TrainingRun(backend, order.plans);
  try {
    return await new LaneTraining(backend, run, order, pause).train();
  } finally {
    run.dispose();
  }
}

/** What is known of a lane on the way. */
interface LaneRecord {
  /** Of the network as it is: of the epoch that was measured last, or of the one that was restored. */
  left: FigureRow | null;
  /** Of the epoch that was measured last. */
  last: FigureRow | null;
  lastOutputs: Float32Array | null;
  best: FigureRow | null;
  /** Of the epoch that early stopping would restore. */
  kept: FigureRow | null;
  keptOutputs: Float32Array | null;
  readonly curve: FigureRow[];
  outcome: LaneOutcome | null;
  seconds: number;
}

class LaneTraining {
  private readonly backend: ComputeBackend;
  private readonly run: TrainingRun;
  private readonly order: LaneOrder;
  private readonly pause: Pause;
  private readonly records: LaneRecord[];
  private burst = 1;

  constructor(backend: ComputeBackend, run: TrainingRun, order: LaneOrder, pause: Pause) {
    this.backend = backend;
    this.run = run;
    this.order = order;
    this.pause = pause;
    this.records = order.plans.map(emptyRecord);
  }

  async train(): Promise<LaneResult[]> {
    const { run, order } = this;
    if (order.wishes.curveEvery !== null) await this.measure();
    while (!run.ended && run.epoch < order.epochs) {
      await this.trainEpoch();
      if (this.isMeasured(run.epoch)) await this.measure();
    }
    if (!run.ended) for (const [lane, epoch] of await run.restoreBest()) this.restore(lane, epoch);
    const insides = {
      networks: await this.readNetworks(),
      tests: order.tests && (await this.measureTests(order.tests)),
    };
    return this.records.map((record, lane) => this.resultOf(record, lane, insides));
  }

  private async trainEpoch(): Promise<void> {
    const { run, backend } = this;
    do {
      const before = performance.now();
      let steps = 0;
      do {
        run.step();
        steps += 1;
      } while (steps < this.burst && !run.atEpochEnd);
      await backend.settle();
      const elapsed = performance.now() - before;
      if (elapsed < BURST_MS / 2 && steps === this.burst) this.burst *= 2;
      if (elapsed > BURST_MS * 2) this.burst = Math.max(1, this.burst >> 1);
      this.account(elapsed / 1000);
      await this.pause(this.shareDone);
    } while (!run.atEpochEnd);
  }

  private get shareDone(): number {
    const { stepInEpoch, stepsPerEpoch } = this.run.epochProgress;
    return (this.run.epoch + stepInEpoch / stepsPerEpoch) / this.order.epochs;
  }

  /** Early stopping looks at every epoch, and so does the search for the best one. */
  private isMeasured(epoch: number): boolean {
    const { plans, epochs, wishes } = this.order;
    if (epoch >= epochs || wishes.best !== null || plans.some(({ stop }) => stop !== null))
      return true;
    return wishes.curveEvery !== null && epoch % wishes.curveEvery === 0;
  }

  private async measure(): Promise<void> {
    const { run } = this;
    const { epoch } = run;
    const steps = this.records.map((_, lane) => run.stepsTaken(lane));
    this.note(await run.finishEpoch(), epoch, steps);
  }

  private note({ figures, ends, improved }: EpochReport, epoch: number, steps: number[]): void {
    const { wishes, epochs } = this.order;
    const { curveEvery } = wishes;
    for (const [lane, one] of figures) {
      const record = this.records[lane];
      if (!record) continue;
      const end = ends.get(lane);
      if (end?.kind !== 'diverged') {
        const row = rowOf(one, epoch, steps[lane] ?? NaN);
        [record.left, record.last] = [row, row];
        record.lastOutputs = this.outputsOf(one);
        if (isBetter(row, record.best, wishes.best)) record.best = row;
        if (improved.has(lane)) [record.kept, record.keptOutputs] = [row, record.lastOutputs];
        const isLast = epoch >= epochs || end !== undefined;
        if (curveEvery !== null && (epoch % curveEvery === 0 || isLast)) record.curve.push(row);
      }
      if (end) this.endLane(record, end, epoch);
    }
  }

  private endLane(record: LaneRecord, { kind, restoredEpoch }: LaneEnding, epoch: number): void {
    record.outcome = { kind, epoch, restoredEpoch };
    if (restoredEpoch !== null) restoreKept(record);
  }

  private restore(lane: number, restoredEpoch: number): void {
    const record = this.records[lane];
    if (!record) return;
    record.outcome = { kind: 'finished', epoch: this.order.epochs, restoredEpoch };
    restoreKept(record);
  }

  private outputsOf({ validationOutputs }: LaneFigures): Float32Array | null {
    return this.order.wishes.validationOutputs === true
      ? Float32Array.from(validationOutputs)
      : null;
  }

  private account(seconds: number): void {
    const running = this.records.filter(({ outcome }) => outcome === null);
    for (const record of running) record.seconds += seconds / running.length;
  }

  private async measureTests(tests: readonly Examples[]) {
    const examplesOf = (lane: number): Examples => {
      const rows = tests[lane];
      if (!rows) throw new Error(`There are no test rows of lane ${lane}.`);
      return rows;
    };
    const figures = await this.run.measureSets(examplesOf, () => this.pause(1));
    return new Map(
      [...figures].map(([lane, { loss, accuracy }]) => {
        const { count, targets } = examplesOf(lane);
        const targetVariance = this.varianceOfTargets(lane, targets);
        return [lane, { loss, accuracy, rows: count, targetVariance }];
      }),
    );
  }

  private varianceOfTargets(lane: number, targets: Float32Array): number {
    const task = this.order.plans[lane]?.network.task;
    return task === 'regression' ? varianceOf(targets) : NaN;
  }

  private async readNetworks(): Promise<Insides['networks']> {
    const { weights, network, activationFactors } = this.order.wishes;
    if (weights !== true && network !== true && !activationFactors) return new Map();
    const insides = await this.run.lookInside(new Set(this.records.keys()));
    return new Map([...insides].map(([lane, { state }]) => [lane, state]));
  }

  private resultOf(record: LaneRecord, lane: number, { networks, tests }: Insides): LaneResult {
    const plan = this.order.plans[lane];
    const split = this.order.splits[lane];
    const { wishes } = this.order;
    const diverged = record.outcome?.kind === 'diverged';
    const network = networks.get(lane) ?? null;
    return {
      end: record.outcome ?? { kind: 'finished', epoch: this.order.epochs, restoredEpoch: null },
      row: diverged || !record.left ? NO_ROW : record.left,
      lastRow: diverged || !record.last ? NO_ROW : record.last,
      best: record.best,
      curve: record.curve,
      seconds: record.seconds,
      trainingRows: plan?.data.training.count ?? 0,
      validationRows: plan?.data.validation.count ?? 0,
      wrongLabels: plan?.data.wrongRows.length ?? 0,
      targetVariance: plan ? this.varianceOfTargets(lane, plan.data.validation.targets) : NaN,
      keptClasses: split?.keptClasses ?? [],
      moments: wishes.moments === true && plan ? momentsOfPlan(plan) : null,
      rowNumbers: wishes.rowNumbers === true ? (split?.numbers ?? null) : null,
      rowParts: wishes.rowParts === true ? (split?.rowParts() ?? null) : null,
      parameterCount: plan
        ? parameterCount(plan.network.sizes, plan.network.batchNorm !== null)
        : 0,
      weightCount: plan ? weightsOf(plan.network.sizes) : 0,
      validationOutputs: diverged ? null : record.lastOutputs,
      validationInputs: wishes.validationInputs === true && plan ? inputsOf(plan) : null,
      validationTargets:
        wishes.validationOutputs === true && plan
          ? Float32Array.from(plan.data.validation.targets)
          : null,
      weights: wishes.weights === true && network ? weightsIn(network) : null,
      network: wishes.network === true ? network : null,
      test: tests?.get(lane) ?? null,
      ...(wishes.activationFactors &&
        network &&
        plan && { scaled: measureScaled(plan, network, wishes.activationFactors) }),
    };
  }
}

/** What is read out of networks at their end, by lane. */
interface Insides {
  /** Empty: not wanted. */
  readonly networks: ReadonlyMap<number, LaneState>;
  /** Null: not wanted. */
  readonly tests: ReadonlyMap<number, NonNullable<LaneResult['test']>> | null;
}

/** The network is again as it was at the epoch that was kept. */
function restoreKept(record: LaneRecord): void {
  record.left = record.kept;
  record.lastOutputs = record.keptOutputs;
}

function emptyRecord(): LaneRecord {
  return {
    ...{ left: null, last: null, lastOutputs: null, best: null, kept: null, keptOutputs: null },
    ...{ curve: [], outcome: null, seconds: 0 },
  };
}

/**
 * What a lane took is told as a whole (`seconds`), not epoch by epoch; and what it lost since its best epoch is
 * known only where every epoch is measured.
 */
function rowOf(figures: LaneFigures, epoch: number, step: number): FigureRow {
  const all: FigureRow = { ...figures, epoch, step, lostSinceBest: NaN, trainingMs: NaN };
  return Object.fromEntries(FIGURES.map((name) => [name, all[name]])) as FigureRow;
}

const NO_ROW = Object.fromEntries(FIGURES.map((name) => [name, NaN])) as FigureRow;

/** Epoch 0 has not been trained: it is never the best. */
function isBetter(row: FigureRow, best: FigureRow | null, figure: LaneWishes['best']): boolean {
  if (figure === null || row.epoch === 0 || Number.isNaN(row[figure])) return false;
  if (best === null) return true;
  return figure === 'validationLoss' ? row[figure] < best[figure] : row[figure] > best[figure];
}
