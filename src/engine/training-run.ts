/**
 * A whole run: lanes in groups, trained in lock-step and measured after every epoch. It knows when to
 * step and what to measure; time slices, pauses and messages are the trainer's business.
 */
import { STREAM, makeKey, permutation } from '../base/random.ts';
import { EvaluationInputs, EvaluationWindow } from './evaluation-inputs.ts';
import { initialState } from './initial-state.ts';
import type { LaneIdentity } from './initial-state.ts';
import type { ComputeBackend, FloatArray } from './kernels.ts';
import { LaneGroup } from './lane-group.ts';
import type { LaneSettings, WeightFigures } from './lane-group.ts';
import { groupLanes } from './lanes.ts';
import type { LanePlan, RunData } from './lanes.ts';
import { accuracy, mean, measureRows } from './metrics.ts';
import type { RowResults } from './metrics.ts';
import type { NetworkPlan } from './network.ts';

/** One lane after an epoch, or in its middle. */
export interface LaneFigures {
  readonly validationLoss: number;
  readonly validationAccuracy: number;
  readonly trainingLoss: number;
  readonly trainingAccuracy: number;
  readonly trueLabelAccuracy: number;
  readonly wrongLabelsBelieved: number;
  readonly wrongLabelsSeenThrough: number;
  readonly penalty: number;
  readonly weightNorm: number;
  readonly zeroWeights: number;
  /** All outputs and weights are finite. */
  readonly finite: boolean;
  /** Class answered for each watched wrong row, in order. */
  readonly wrongRowAnswers: Int32Array;
}

/** Training rows that figures are measured on, where measuring all would cost more than training. */
const TRAINING_SAMPLE_ROWS = 500;
const WATCHED_WRONG_ROWS = 2000;

/** The rows that a data set's lanes are measured on. */
class Measuring {
  readonly data: RunData;
  readonly inputs: EvaluationInputs;
  readonly sampleRows: Int32Array;
  readonly watchedRows: Int32Array;

  constructor(backend: ComputeBackend, data: RunData, identity: LaneIdentity) {
    this.data = data;
    this.sampleRows = sampleOf(data.training.count, identity);
    this.watchedRows = data.wrongRows.slice(0, WATCHED_WRONG_ROWS);
    this.inputs = new EvaluationInputs(backend, [
      { examples: data.validation, rows: null },
      { examples: data.training, rows: this.sampleRows },
      { examples: data.training, rows: this.watchedRows },
    ]);
  }
}

function sampleOf(rows: number, { seed, replicate, fold }: LaneIdentity): Int32Array {
  const key = makeKey(seed, STREAM.evaluationSample, replicate, fold);
  return permutation(rows, key).slice(0, TRAINING_SAMPLE_ROWS).sort();
}

interface Member {
  /** Index of the lane in the run. */
  readonly lane: number;
  readonly plan: LanePlan;
}

interface RunningGroup {
  group: LaneGroup;
  members: Member[];
}

export class TrainingRun {
  private readonly backend: ComputeBackend;
  private readonly measuring = new Map<RunData, Measuring>();
  private running: RunningGroup[];
  private readonly settings: LaneSettings[];
  private readonly penalties: LanePlan['penalty'][];

  constructor(backend: ComputeBackend, lanes: readonly LanePlan[]) {
    this.backend = backend;
    this.settings = lanes.map((lane) => lane.settings);
    this.penalties = lanes.map((lane) => lane.penalty);
    for (const { data, identity } of lanes)
      if (!this.measuring.has(data))
        this.measuring.set(data, new Measuring(backend, data, identity));
    const members = lanes.map((plan, lane): Member => ({ lane, plan }));
    this.running = groupLanes(members, backend.lanesPerProgram).map((group) =>
      this.startGroup(group),
    );
  }

  /** No lane is left to train. */
  get ended(): boolean {
    return this.running.length === 0;
  }

  /** Epochs that every running lane has finished. */
  get epoch(): number {
    return Math.min(...this.running.map(({ group }) => group.progress.epoch));
  }

  /** Steps into the epoch under way, of the lane that is furthest behind; 0 at its start. */
  get stepInEpoch(): number {
    return this.next()?.group.progress.stepInEpoch ?? 0;
  }

  get atEpochEnd(): boolean {
    return this.running.every(({ group }) => group.progress.stepInEpoch === 0);
  }

  /** Optimiser steps that a lane has taken. */
  stepsTaken(lane: number): number {
    return this.groupOf(lane)?.group.progress.step ?? 0;
  }

  /** Steps of one epoch of the first running lane. */
  get stepsPerEpoch(): number {
    return this.running[0]?.group.stepsPerEpoch ?? 0;
  }

  /** Training rows measured, and wrong ones watched, for a lane's data. */
  measuredRows(data: RunData): { sample: number; watched: Int32Array } {
    const measuring = this.measuring.get(data);
    return {
      sample: measuring?.sampleRows.length ?? 0,
      watched: measuring?.watchedRows ?? new Int32Array(0),
    };
  }

  /**
   * One step of the group that is furthest behind, so that all go through an epoch side by side.
   * Returns the lanes that stepped.
   */
  step(): readonly number[] {
    const next = this.next();
    if (!next) return [];
    next.group.step();
    return next.members.map(({ lane }) => lane);
  }

  /** One step of every group: the page's "Step one batch". */
  stepAll(): void {
    for (const { group } of this.running) group.step();
  }

  /** New strengths, rates or learning rate, from the next step on. */
  changeLane(lane: number, settings: LaneSettings, penalty: LanePlan['penalty']): void {
    this.settings[lane] = settings;
    this.penalties[lane] = penalty;
    const found = this.groupOf(lane);
    const index = found?.members.findIndex((member) => member.lane === lane) ?? -1;
    found?.group.setLane(index, settings);
  }

  /** Figures of all running lanes, by lane. */
  async measure(): Promise<Map<number, LaneFigures>> {
    const results = new Map<number, LaneFigures>();
    for (const { group, members } of this.running) {
      const measuring = this.measuringOf(members);
      const outputs = await group.evaluate(measuring.inputs);
      const weights = await group.weightFigures();
      members.forEach(({ lane, plan }, i) => {
        const [output, sums] = [outputs[i], weights[i]];
        const penalty = this.penalties[lane];
        if (output && sums && penalty)
          results.set(lane, laneFigures(measuring, plan.network, output, sums, penalty));
      });
    }
    return results;
  }

  /** Loss and accuracy on all training rows, by lane: once, at the end. `onChunk` may wait or throw. */
  async measureAllTrainingRows(
    onChunk: () => Promise<void>,
  ): Promise<Map<number, { loss: number; accuracy: number }>> {
    const results = new Map<number, { loss: number; accuracy: number }>();
    for (const { group, members } of this.running) {
      const { training } = this.measuringOf(members).data;
      const window = new EvaluationWindow(this.backend, training);
      try {
        const sums = members.map(() => ({ loss: 0, right: 0 }));
        for (let first = 0; first < training.count;) {
          const inputs = window.load(first);
          const targets = training.targets.subarray(first, first + inputs.count);
          const outputs = await group.evaluate(inputs);
          outputs.forEach((output, i) => {
            const rows = measureRows(output, targets, group.plan.network.task);
            const sum = sums[i];
            if (!sum) return;
            sum.loss += mean(rows.losses) * inputs.count;
            sum.right += accuracy(rows.predictions, targets) * inputs.count;
          });
          first += inputs.count;
          await onChunk();
        }
        members.forEach(({ lane }, i) => {
          const { loss = NaN, right = NaN } = sums[i] ?? {};
          results.set(lane, { loss: loss / training.count, accuracy: right / training.count });
        });
      } finally {
        group.forget(window.load(0).chunks);
        window.dispose();
      }
    }
    return results;
  }

  /** Takes lanes out of the run, for good; the others go on bit for bit as they would have. */
  async endLanes(ended: ReadonlySet<number>): Promise<void> {
    const next: RunningGroup[] = [];
    for (const running of this.running) {
      const left = running.members.filter(({ lane }) => !ended.has(lane));
      if (left.length === running.members.length) next.push(running);
      else {
        if (left.length > 0) next.push(await this.regroup(running, left));
        running.group.dispose();
      }
    }
    this.running = next;
  }

  dispose(): void {
    for (const { group } of this.running) group.dispose();
    for (const { inputs } of this.measuring.values()) inputs.dispose();
    this.running = [];
    this.measuring.clear();
  }

  private startGroup(members: Member[]): RunningGroup {
    const first = members[0];
    if (!first) throw new Error('A group needs a lane.');
    const { network, batchSize, identity, data } = first.plan;
    const states = members.map(({ plan }) =>
      initialState(plan.network, plan.initialization, plan.identity),
    );
    const plan = { network, batchSize, identity, training: data.training };
    return this.withSettings({ group: new LaneGroup(this.backend, plan, states), members });
  }

  private async regroup(running: RunningGroup, left: Member[]): Promise<RunningGroup> {
    const states = await running.group.readStates();
    const kept = running.members.flatMap((member, i) => {
      const state = states[i];
      return left.includes(member) && state ? [state] : [];
    });
    const { plan, progress } = running.group;
    const group = new LaneGroup(this.backend, plan, kept, progress);
    return this.withSettings({ group, members: left });
  }

  private withSettings(running: RunningGroup): RunningGroup {
    running.members.forEach(({ lane }, i) => {
      const settings = this.settings[lane];
      if (settings) running.group.setLane(i, settings);
    });
    return running;
  }

  private next(): RunningGroup | undefined {
    const progress = ({ group }: RunningGroup) =>
      group.progress.epoch + group.progress.stepInEpoch / group.stepsPerEpoch;
    return this.running.reduce<RunningGroup | undefined>(
      (least, one) => (!least || progress(one) < progress(least) ? one : least),
      undefined,
    );
  }

  private groupOf(lane: number): RunningGroup | undefined {
    return this.running.find(({ members }) => members.some((member) => member.lane === lane));
  }

  private measuringOf(members: readonly Member[]): Measuring {
    const measuring = members[0] && this.measuring.get(members[0].plan.data);
    if (!measuring) throw new Error('A group has no rows to be measured on.');
    return measuring;
  }
}

function laneFigures(
  { data, sampleRows, watchedRows }: Measuring,
  { task }: NetworkPlan,
  outputs: FloatArray,
  weights: WeightFigures,
  penalty: LanePlan['penalty'],
): LaneFigures {
  const total = data.validation.count + sampleRows.length + watchedRows.length;
  const width = outputs.length / total;
  let from = 0;
  const part = (count: number) => {
    const rows = outputs.subarray(from * width, (from + count) * width);
    from += count;
    return rows;
  };
  const pick = (source: Float32Array, rows: Int32Array) =>
    Float32Array.from(rows, (row) => source[row] ?? NaN);
  const given = pick(data.training.targets, sampleRows);
  const validation = measureRows(part(data.validation.count), data.validation.targets, task);
  const training = measureRows(part(sampleRows.length), given, task);
  const watchedGiven = pick(data.training.targets, watchedRows);
  const watched = measureRows(part(watchedRows.length), watchedGiven, task);
  const share = (rows: RowResults, targets: FloatArray) =>
    task === 'classification' ? accuracy(rows.predictions, targets) : NaN;
  const hits = (targets: FloatArray) =>
    watchedRows.length === 0 ? 0 : Math.round(share(watched, targets) * watchedRows.length);
  return {
    validationLoss: mean(validation.losses),
    validationAccuracy: share(validation, data.validation.targets),
    trainingLoss: mean(training.losses),
    trainingAccuracy: share(training, given),
    trueLabelAccuracy: share(training, pick(data.trueTargets, sampleRows)),
    wrongLabelsBelieved: hits(watchedGiven),
    wrongLabelsSeenThrough: hits(pick(data.trueTargets, watchedRows)),
    penalty: penalty({ absolute: weights.absolute, squares: weights.squares }),
    weightNorm: Math.sqrt(weights.squares),
    zeroWeights: weights.zeros,
    finite: validation.finite && training.finite && watched.finite && weights.finite,
    wrongRowAnswers: watched.predictions,
  };
}
