/**
 * Brings batches to the backend for the lanes of a group: the order of an epoch's rows, and what input
 * noise and input dropout make of them. All lanes learn from the same rows, so one copy serves them
 * until some lane's inputs are perturbed.
 */
import { STREAM, extendKey } from '../../base/random.ts';
import { epochOrder, gatherInputs, gatherTargets } from './batches.ts';
import type { BatchPlan, InputPerturbation } from './batches.ts';
import type { Examples } from './examples.ts';
import type { LaneIdentity } from '../step/initial-state.ts';
import { laneKey } from '../lanes/lane-key.ts';
import type { ComputeBackend, FloatArray, Task, Tensor } from '../step/kernels.ts';

/** Where a group's batches come from. */
export interface BatchSource {
  readonly identity: LaneIdentity;
  readonly training: Examples;
}

const UNPERTURBED: InputPerturbation = { keep: 1, keepKey: 0, noise: 0, noiseKey: 0 };

export class BatchFeed {
  private readonly backend: ComputeBackend;
  private readonly training: Examples;
  private readonly batches: BatchPlan;
  private readonly task: Task;
  private readonly perturbations: InputPerturbation[];
  private readonly keys: { readonly order: number; readonly kept: number; readonly noise: number };
  private order: Int32Array = new Int32Array(0);
  private orderEpoch = -1;
  /** Places in the order that the batch under way is gathered from. */
  private start = 0;
  private end = 0;
  /** Copies of the rows in the tensor under way. */
  private copies = 1;
  private perturbed = false;

  constructor(
    backend: ComputeBackend,
    { training, identity }: BatchSource,
    batches: BatchPlan,
    task: Task,
    lanes: number,
  ) {
    this.backend = backend;
    this.training = training;
    this.batches = batches;
    this.task = task;
    this.perturbations = Array.from({ length: lanes }, () => ({ ...UNPERTURBED }));
    this.keys = {
      order: laneKey(identity, STREAM.batchOrder),
      kept: laneKey(identity, STREAM.inputDropout),
      noise: laneKey(identity, STREAM.inputNoise),
    };
  }

  /** Whether lanes need inputs of their own. */
  get isPerturbed(): boolean {
    return this.perturbed;
  }

  setLane(lane: number, keep: number, noise: number): void {
    this.perturbations[lane] = { ...UNPERTURBED, keep, noise };
    this.perturbed = this.perturbations.some((one) => one.keep < 1 || one.noise > 0);
  }

  /**
   * Gathers a batch and returns its rows. `input` [lane, rows, in], or [1, rows, in] while nothing is
   * perturbed; `targets` [1, rows, out].
   */
  fill(epoch: number, stepInEpoch: number, step: number, input: Tensor, targets: Tensor): number {
    if (this.orderEpoch !== epoch) {
      this.order = epochOrder(this.training.count, extendKey(this.keys.order, epoch));
      this.orderEpoch = epoch;
    }
    this.start = this.batches.starts[stepInEpoch] ?? 0;
    this.end = this.batches.starts[stepInEpoch + 1] ?? 0;
    if (this.perturbed) this.extendKeys(step);
    this.copies = input.shape[0] ?? 1;
    this.backend.write(input, this.fillInputs);
    this.backend.write(targets, this.fillTargets);
    return this.end - this.start;
  }

  private extendKeys(step: number): void {
    for (const perturbation of this.perturbations) {
      if (perturbation.keep < 1) perturbation.keepKey = extendKey(this.keys.kept, step);
      if (perturbation.noise > 0) perturbation.noiseKey = extendKey(this.keys.noise, step);
    }
  }

  // Made once: a closure for every batch would cost small networks a tenth of their step.
  private readonly fillInputs = (all: FloatArray): void => {
    const { training, order, start, end, copies } = this;
    const laneSize = all.length / copies;
    for (let lane = 0; lane < copies; lane++) {
      const perturbation = this.perturbations[lane] ?? UNPERTURBED;
      gatherInputs(all, lane * laneSize, training, order, start, end, perturbation);
    }
  };

  private readonly fillTargets = (all: FloatArray): void => {
    const { training, order, start, end, task } = this;
    const outputs = all.length / this.batches.capacity;
    gatherTargets(all, 0, training, order, start, end, outputs, task);
  };
}
