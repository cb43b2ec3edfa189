/**
 * Lanes that share a program and their data: the same sizes, activation, batch norm, optimiser, rows and
 * batch size. Owns their tensors; knows how to take one step and how to evaluate. It decides nothing:
 * when to step, when to evaluate and what a lane's slots are comes from training-run.ts.
 */
import { STREAM, extendKey, makeKey } from '../base/random.ts';
import { gatherInputs, gatherTargets, planBatches, epochOrder } from './batches.ts';
import type { BatchPlan, InputPerturbation } from './batches.ts';
import type { EvaluationInputs } from './evaluation-inputs.ts';
import type { Examples } from './examples.ts';
import type { LaneIdentity } from './initial-state.ts';
import type { ComputeBackend, FloatArray, Program, StepInputs, Tensor } from './kernels.ts';
import { readLaneStates, writeLaneStates } from './lane-state.ts';
import type { LaneState, StatePart } from './lane-state.ts';
import {
  TensorPool,
  allocateBatchBuffers,
  allocateForwardBuffers,
  allocateLayers,
} from './network.ts';
import type { BatchBuffers, DenseLayer, LayerBuffers, NetworkPlan } from './network.ts';
import { SLOT_COUNT, SLOT_INDEX, neutralSlots } from './slots.ts';
import type { RegularizerSlots, SlotName } from './slots.ts';
import { recordEvaluation, recordTrainingStep } from './training-step.ts';

/** What differs between lanes of a group, and may change while they train. */
export interface LaneSettings {
  readonly learningRate: number;
  readonly slots: RegularizerSlots;
}

/** Place in the training: all lanes of a group are at the same one. */
export interface Progress {
  readonly epoch: number;
  readonly stepInEpoch: number;
  /** Steps since the start, and β₁ᵗ, β₂ᵗ at that step. */
  readonly step: number;
  readonly firstPower: number;
  readonly secondPower: number;
}

export const START: Progress = {
  epoch: 0,
  stepInEpoch: 0,
  step: 0,
  firstPower: 1,
  secondPower: 1,
};

const UNPERTURBED: InputPerturbation = { keep: 1, keepKey: 0, noise: 0, noiseKey: 0 };

export interface WeightFigures {
  readonly absolute: number;
  readonly squares: number;
  readonly zeros: number;
  readonly finite: boolean;
}

export interface GroupPlan {
  readonly network: NetworkPlan;
  readonly batchSize: number;
  readonly identity: LaneIdentity;
  readonly training: Examples;
}

export class LaneGroup {
  readonly plan: GroupPlan;
  readonly lanes: number;
  readonly batches: BatchPlan;
  /** Width of the output layer. */
  private readonly outputs: number;
  private readonly backend: ComputeBackend;
  private readonly pool: TensorPool;
  private readonly layers: readonly DenseLayer[];
  private readonly batch: BatchBuffers;
  private readonly stepProgram: Program;
  private readonly stepInputs: StepInputs;
  private readonly neutralInputs: StepInputs;
  private readonly perturbations: InputPerturbation[];
  private readonly keys: {
    readonly order: number;
    readonly masks: number;
    readonly kept: number;
    readonly noise: number;
  };
  private evaluation: { readonly rows: number; readonly buffers: readonly LayerBuffers[] } | null =
    null;
  private readonly evaluationPrograms = new Map<Tensor, { program: Program; output: Tensor }>();
  private readonly figures: { program: Program; tensors: Tensor[] };
  private order: Int32Array;
  private orderEpoch = 0;
  /** Places in the order that the batch under way is gathered from. */
  private batchStart = 0;
  private batchEnd = 0;
  /** Changed in place: a step of a small network takes few microseconds. */
  private readonly place: { -readonly [Key in keyof Progress]: Progress[Key] };

  constructor(
    backend: ComputeBackend,
    plan: GroupPlan,
    states: readonly LaneState[],
    progress: Progress = START,
  ) {
    this.backend = backend;
    this.plan = plan;
    this.lanes = states.length;
    this.place = { ...progress };
    this.batches = planBatches(plan.training.count, plan.batchSize);
    this.outputs = plan.network.sizes[plan.network.sizes.length - 1] ?? 0;
    this.pool = new TensorPool(backend);
    try {
      const { capacity } = this.batches;
      this.layers = allocateLayers(this.pool, plan.network, this.lanes);
      this.batch = allocateBatchBuffers(this.pool, plan.network, this.lanes, capacity);
      writeLaneStates(backend, this.layers, states);
      const step = recordTrainingStep(plan.network, this.layers, this.batch);
      this.stepProgram = backend.prepare(step, this.lanes);
      this.figures = this.prepareFigures();
    } catch (error) {
      this.pool.release();
      throw error;
    }
    this.stepInputs = this.newInputs();
    this.neutralInputs = this.newInputs();
    this.perturbations = states.map(() => ({ ...UNPERTURBED }));
    this.keys = {
      order: this.streamKey(STREAM.batchOrder),
      masks: this.streamKey(STREAM.hiddenDropout),
      kept: this.streamKey(STREAM.inputDropout),
      noise: this.streamKey(STREAM.inputNoise),
    };
    this.orderEpoch = progress.epoch;
    this.order = this.orderOf(progress.epoch);
  }

  get progress(): Progress {
    return this.place;
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
    this.perturbations[lane] = { ...UNPERTURBED, keep: keepInput, noise: inputNoise };
  }

  /** One optimiser step of every lane on the next batch. */
  step(): void {
    const { epoch, stepInEpoch, step } = this.place;
    if (this.orderEpoch !== epoch) {
      this.order = this.orderOf(epoch);
      this.orderEpoch = epoch;
    }
    this.batchStart = this.batches.starts[stepInEpoch] ?? 0;
    this.batchEnd = this.batches.starts[stepInEpoch + 1] ?? 0;
    this.gather(step);
    const { firstDecay, secondDecay } = this.plan.network.optimizer;
    const firstPower = this.place.firstPower * firstDecay;
    const secondPower = this.place.secondPower * secondDecay;
    for (let lane = 0; lane < this.lanes; lane++) {
      const at = lane * SLOT_COUNT;
      this.stepInputs.slots[at + SLOT_INDEX.firstCorrection] = 1 - firstPower;
      this.stepInputs.slots[at + SLOT_INDEX.secondCorrection] = 1 - secondPower;
    }
    this.setMaskKeys(step);
    this.stepInputs.rows = this.batchEnd - this.batchStart;
    this.stepProgram.run(this.stepInputs);
    const atEnd = stepInEpoch + 1 === this.batches.count;
    this.place.epoch = atEnd ? epoch + 1 : epoch;
    this.place.stepInEpoch = atEnd ? 0 : stepInEpoch + 1;
    this.place.step = step + 1;
    this.place.firstPower = firstPower;
    this.place.secondPower = secondPower;
  }

  /**
   * Linear outputs for every row of the inputs: per lane [row, output]. `onChunk` is awaited between
   * chunks, and may throw to end it.
   */
  async evaluate(
    inputs: Pick<EvaluationInputs, 'count' | 'chunks'>,
    onChunk: () => Promise<void>,
  ): Promise<FloatArray[]> {
    const { outputs } = this;
    const results = Array.from(
      { length: this.lanes },
      () => new Float64Array(inputs.count * outputs),
    );
    const pending: { output: Tensor; first: number; rows: number }[] = [];
    for (const chunk of inputs.chunks) {
      const { program, output } = this.evaluationProgram(chunk.tensor);
      this.neutralInputs.rows = chunk.rows;
      program.run(this.neutralInputs);
      pending.push({ output, first: chunk.first, rows: chunk.rows });
      await onChunk();
    }
    for (const { output, first, rows } of pending) {
      const all = await this.backend.read(output);
      const laneSize = all.length / this.lanes;
      for (let lane = 0; lane < this.lanes; lane++)
        results[lane]?.set(
          all.subarray(lane * laneSize, lane * laneSize + rows * outputs),
          first * outputs,
        );
    }
    return results;
  }

  /** Sums over all weight matrices, per lane. */
  async weightFigures(): Promise<WeightFigures[]> {
    this.figures.program.run(this.neutralInputs);
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
    const made = this.evaluationPrograms.get(inputs);
    if (!made) return;
    made.program.dispose();
    this.pool.releaseOne(made.output);
    this.evaluationPrograms.delete(inputs);
  }

  readStates(part: StatePart = 'all'): Promise<LaneState[]> {
    return readLaneStates(this.backend, this.layers, this.lanes, part);
  }

  dispose(): void {
    this.stepProgram.dispose();
    this.figures.program.dispose();
    for (const { program } of this.evaluationPrograms.values()) program.dispose();
    this.pool.release();
  }

  private newInputs(): StepInputs {
    const slots = new Float64Array(this.lanes * SLOT_COUNT);
    for (let lane = 0; lane < this.lanes; lane++) slots.set(neutralSlots(), lane * SLOT_COUNT);
    return { rows: 1, slots, maskKeys: new Uint32Array(this.lanes * (this.layers.length - 1)) };
  }

  private orderOf(epoch: number): Int32Array {
    return epochOrder(this.plan.training.count, extendKey(this.keys.order, epoch));
  }

  /** Each step, layer or epoch extends it by its number. */
  private streamKey(stream: number): number {
    const { seed, replicate, fold } = this.plan.identity;
    return makeKey(seed, stream, replicate, fold);
  }

  private setMaskKeys(step: number): void {
    const hidden = this.layers.length - 1;
    const key = extendKey(this.keys.masks, step);
    for (let layer = 0; layer < hidden; layer++) {
      const layerKey = extendKey(key, layer);
      for (let lane = 0; lane < this.lanes; lane++)
        this.stepInputs.maskKeys[lane * hidden + layer] = layerKey;
    }
  }

  private gather(step: number): void {
    for (const perturbation of this.perturbations) {
      if (perturbation.keep < 1) perturbation.keepKey = extendKey(this.keys.kept, step);
      if (perturbation.noise > 0) perturbation.noiseKey = extendKey(this.keys.noise, step);
    }
    this.backend.write(this.batch.input, this.fillInputs);
    this.backend.write(this.batch.targets, this.fillTargets);
  }

  // Made once: a closure for every batch would cost small networks a tenth of their step.
  private readonly fillInputs = (all: FloatArray): void => {
    const { training } = this.plan;
    const { lanes, order, batchStart, batchEnd } = this;
    const laneSize = all.length / lanes;
    for (let lane = 0; lane < lanes; lane++) {
      const perturbation = this.perturbations[lane] ?? UNPERTURBED;
      gatherInputs(all, lane * laneSize, training, order, batchStart, batchEnd, perturbation);
    }
  };

  private readonly fillTargets = (all: FloatArray): void => {
    const { training, network } = this.plan;
    const { lanes, order, batchStart, batchEnd, outputs } = this;
    const laneSize = all.length / lanes;
    for (let lane = 0; lane < lanes; lane++) {
      const offset = lane * laneSize;
      gatherTargets(all, offset, training, order, batchStart, batchEnd, outputs, network.task);
    }
  };

  private evaluationProgram(input: Tensor): { program: Program; output: Tensor } {
    const known = this.evaluationPrograms.get(input);
    if (known) return known;
    const rows = input.shape[1] ?? 0;
    if (!this.evaluation || this.evaluation.rows < rows)
      this.evaluation = {
        rows,
        buffers: allocateForwardBuffers(this.pool, this.plan.network, this.lanes, rows),
      };
    // Hidden buffers are shared by all chunks; outputs wait until everything has run.
    const { outputs } = this;
    const output = this.pool.allocate(this.lanes, rows, outputs);
    const buffers = this.evaluation.buffers.map((layer, i) =>
      i === this.layers.length - 1 ? { linear: null, output } : layer,
    );
    const calls = recordEvaluation(this.plan.network, this.layers, input, buffers);
    const made = { program: this.backend.prepare(calls, this.lanes), output };
    this.evaluationPrograms.set(input, made);
    return made;
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
