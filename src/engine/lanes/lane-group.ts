/**
 * Lanes that share a program and their data: the same sizes, activation, batch norm, optimiser, rows and
 * batch size. Owns their tensors; knows how to take one step and how to evaluate. It decides nothing:
 * when to step, when to evaluate and what a lane's slots are comes from training-run.ts.
 */
import { STREAM, extendKey } from '../../base/random.ts';
import { readBatchStatistics } from '../step/batch-statistics.ts';
import type { LaneStatistics } from '../step/batch-statistics.ts';
import { BatchFeed } from '../batches/batch-feed.ts';
import type { BatchSource } from '../batches/batch-feed.ts';
import { planBatches } from '../batches/batches.ts';
import type { BatchPlan } from '../batches/batches.ts';
import { byteScaleOf } from '../batches/examples.ts';
import { GroupEvaluation } from '../measuring/group-evaluation.ts';
import type { ComputeBackend, FloatArray, Program, StepInputs, Tensor } from '../step/kernels.ts';
import { laneKey } from './lane-key.ts';
import { readLaneStates, writeLaneStates } from './lane-state.ts';
import type { LaneState, StatePart } from './lane-state.ts';
import { TensorPool, allocateBatchBuffers, allocateLayers } from '../step/network.ts';
import type { BatchBuffers, DenseLayer, NetworkPlan } from '../step/network.ts';
import { SLOT_COUNT, SLOT_INDEX, neutralSlots } from '../step/slots.ts';
import type { RegularizerSlots, SlotName } from '../step/slots.ts';
import { neutralInputs, recordTrainingStep } from '../step/training-step.ts';

/** What differs between lanes of a group, and may change while they train. */
export interface LaneSettings {
  readonly learningRate: number;
  readonly slots: RegularizerSlots;
}

/** How far the training of a group is: the same for all its lanes. */
export interface TrainingMoment {
  readonly epoch: number;
  readonly stepInEpoch: number;
  /** Steps since the start, and β₁ᵗ, β₂ᵗ at that step. */
  readonly step: number;
  readonly firstPower: number;
  readonly secondPower: number;
}

export const START: TrainingMoment = {
  epoch: 0,
  stepInEpoch: 0,
  step: 0,
  firstPower: 1,
  secondPower: 1,
};

export interface WeightFigures {
  readonly absolute: number;
  readonly squares: number;
  readonly zeros: number;
  readonly finite: boolean;
}

export interface GroupPlan extends BatchSource {
  readonly network: NetworkPlan;
  readonly batchSize: number;
}

/** A step made ready, and the inputs [lane or 1, rows, in] that it reads. */
interface PreparedStep {
  readonly program: Program;
  readonly input: Tensor;
}

export class LaneGroup {
  readonly plan: GroupPlan;
  readonly lanes: number;
  readonly batches: BatchPlan;
  private readonly backend: ComputeBackend;
  private readonly pool: TensorPool;
  private readonly layers: readonly DenseLayer[];
  private readonly batch: BatchBuffers;
  private readonly feed: BatchFeed;
  private readonly evaluation: GroupEvaluation;
  /** All lanes read the same inputs. */
  private readonly sharedStep: PreparedStep;
  /** Each lane reads its own; made when some lane's inputs are perturbed. */
  private ownStep: PreparedStep | null = null;
  private readonly stepInputs: StepInputs;
  private readonly maskKey: number;
  private readonly figures: { program: Program; tensors: Tensor[] };
  /** Changed in place: a step of a small network takes few microseconds. */
  private readonly now: { -readonly [Key in keyof TrainingMoment]: TrainingMoment[Key] };

  constructor(
    backend: ComputeBackend,
    plan: GroupPlan,
    states: readonly LaneState[],
    moment: TrainingMoment = START,
  ) {
    const { network, training, identity } = plan;
    this.backend = backend;
    this.plan = plan;
    this.lanes = states.length;
    this.now = { ...moment };
    this.batches = planBatches(training.count, plan.batchSize);
    this.feed = new BatchFeed(backend, plan, this.batches, network.task, this.lanes);
    this.pool = new TensorPool(backend);
    let step: PreparedStep | null = null;
    try {
      this.layers = allocateLayers(this.pool, network, this.lanes);
      const { capacity } = this.batches;
      const byteScale = byteScaleOf(training);
      this.batch = allocateBatchBuffers(this.pool, network, this.lanes, capacity, byteScale);
      writeLaneStates(backend, this.layers, states);
      step = this.prepareStep(this.batch.input);
      this.sharedStep = step;
      this.figures = this.prepareFigures();
    } catch (error) {
      step?.program.dispose();
      this.pool.release();
      throw error;
    }
    this.evaluation = new GroupEvaluation(backend, this.pool, network, this.layers, this.lanes);
    this.stepInputs = neutralInputs(this.lanes, this.layers.length - 1);
    this.maskKey = laneKey(identity, STREAM.hiddenDropout);
  }

  get moment(): TrainingMoment {
    return this.now;
  }

  get stepsPerEpoch(): number {
    return this.batches.count;
  }

  /** Takes effect at the next step. */
  setLane(lane: number, { learningRate, slots }: LaneSettings): void {
    const { keepInput = 1, inputNoise = 0, ...kernelSlots } = slots;
    const row = neutralSlots();
    for (const [name, value] of Object.entries(kernelSlots) as [SlotName, number][])
      row[SLOT_INDEX[name]] = value;
    row[SLOT_INDEX.learningRate] = learningRate;
    this.stepInputs.slots.set(row, lane * SLOT_COUNT);
    this.feed.setLane(lane, keepInput, inputNoise);
  }

  /** One optimiser step of every lane on the next batch. */
  step(): void {
    const { now, stepInputs } = this;
    const { epoch, stepInEpoch, step } = now;
    const { program, input } = this.feed.isPerturbed ? this.stepOnOwnInputs() : this.sharedStep;
    stepInputs.rows = this.feed.fill(epoch, stepInEpoch, step, input, this.batch.targets);
    const { firstDecay, secondDecay } = this.plan.network.optimizer;
    const firstPower = now.firstPower * firstDecay;
    const secondPower = now.secondPower * secondDecay;
    this.setCorrections(1 - firstPower, 1 - secondPower);
    this.setMaskKeys(step);
    program.run(stepInputs);
    const atEnd = stepInEpoch + 1 === this.batches.count;
    now.epoch = atEnd ? epoch + 1 : epoch;
    now.stepInEpoch = atEnd ? 0 : stepInEpoch + 1;
    now.step = step + 1;
    now.firstPower = firstPower;
    now.secondPower = secondPower;
  }

  /** Linear outputs for every row of the inputs (group-evaluation.ts). */
  evaluate(...wanted: Parameters<GroupEvaluation['evaluate']>): Promise<FloatArray[]> {
    return this.evaluation.evaluate(...wanted);
  }

  /** Sums over all weight matrices, per lane. */
  async weightFigures(): Promise<WeightFigures[]> {
    this.figures.program.run(neutralInputs(this.lanes, 0));
    const perLayer: FloatArray[] = [];
    for (const tensor of this.figures.tensors) perLayer.push(await this.backend.read(tensor));
    return Array.from({ length: this.lanes }, (_, lane) => {
      const sum = (column: number) =>
        perLayer.reduce((total, figures) => total + (figures[lane * 4 + column] ?? NaN), 0);
      const [absolute, squares, zeros, wild] = [sum(0), sum(1), sum(2), sum(3)];
      return { absolute, squares, zeros, finite: wild === 0 && Number.isFinite(absolute) };
    });
  }

  /** Frees what was kept for evaluating these inputs, which are about to go. */
  forget(inputs: Tensor): void {
    this.evaluation.forget(inputs);
  }

  readStates(part: StatePart = 'all'): Promise<LaneState[]> {
    return readLaneStates(this.backend, this.layers, this.lanes, part);
  }

  /** What the last step's batch was normalised with, by lane. */
  readBatchStatistics(): Promise<LaneStatistics[]> {
    const { batchNorm } = this.plan.network;
    return readBatchStatistics(this.backend, this.layers, this.lanes, batchNorm);
  }

  dispose(): void {
    this.sharedStep.program.dispose();
    this.ownStep?.program.dispose();
    this.figures.program.dispose();
    this.evaluation.dispose();
    this.pool.release();
  }

  private prepareStep(input: Tensor): PreparedStep {
    const calls = recordTrainingStep(this.plan.network, this.layers, { ...this.batch, input });
    return { program: this.backend.prepare(calls, this.lanes), input };
  }

  private stepOnOwnInputs(): PreparedStep {
    const [, rows = 0, width = 0] = this.batch.input.shape;
    this.ownStep ??= this.prepareStep(this.pool.allocate(this.lanes, rows, width));
    return this.ownStep;
  }

  private setCorrections(first: number, second: number): void {
    const { slots } = this.stepInputs;
    for (let at = 0; at < slots.length; at += SLOT_COUNT) {
      slots[at + SLOT_INDEX.firstCorrection] = first;
      slots[at + SLOT_INDEX.secondCorrection] = second;
    }
  }

  private setMaskKeys(step: number): void {
    const { maskKeys } = this.stepInputs;
    const hidden = this.layers.length - 1;
    const key = extendKey(this.maskKey, step);
    for (let layer = 0; layer < hidden; layer++) {
      const layerKey = extendKey(key, layer);
      for (let at = layer; at < maskKeys.length; at += hidden) maskKeys[at] = layerKey;
    }
  }

  private prepareFigures(): { program: Program; tensors: Tensor[] } {
    const tensors = this.layers.map(() => this.pool.allocate(this.lanes, 4));
    const calls = this.layers.map((layer, i) => ({
      kernel: 'reduceFigures' as const,
      weights: layer.weights.value,
      figures: tensors[i] ?? this.pool.allocate(this.lanes, 4),
    }));
    return { program: this.backend.prepare(calls, this.lanes), tensors };
  }
}
