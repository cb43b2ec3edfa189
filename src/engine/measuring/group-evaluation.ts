/**
 * Forward passes of a lane group over rows that it is measured on, with dropout off. Programs and buffers
 * are made for the first pass over a tensor of inputs and kept for the next.
 */
import type { EvaluationInputs } from './evaluation-inputs.ts';
import type { ComputeBackend, FloatArray, Program, StepInputs, Tensor } from '../step/kernels.ts';
import { allocateForwardBuffers } from '../step/network.ts';
import type { DenseLayer, LayerBuffers, NetworkPlan, TensorPool } from '../step/network.ts';
import { neutralInputs, recordEvaluation } from '../step/training-step.ts';

/** Told of how many rows more are measured: each counts once for every lane. */
export type OnRows = (rows: number) => Promise<void>;

interface ForwardProgram {
  readonly program: Program;
  /** [lane, rows, output] */
  readonly output: Tensor;
}

export class GroupEvaluation {
  private readonly backend: ComputeBackend;
  private readonly pool: TensorPool;
  private readonly network: NetworkPlan;
  private readonly layers: readonly DenseLayer[];
  private readonly lanes: number;
  private readonly inputs: StepInputs;
  private hidden: { readonly rows: number; readonly buffers: readonly LayerBuffers[] } | null =
    null;
  private readonly programs = new Map<Tensor, ForwardProgram>();

  /** Its tensors are the pool's, and go with it. */
  constructor(
    backend: ComputeBackend,
    pool: TensorPool,
    network: NetworkPlan,
    layers: readonly DenseLayer[],
    lanes: number,
  ) {
    this.backend = backend;
    this.pool = pool;
    this.network = network;
    this.layers = layers;
    this.lanes = lanes;
    this.inputs = neutralInputs(lanes, layers.length - 1);
  }

  /**
   * Linear outputs for every row of the inputs: per lane [row, output]. `onRows` is awaited between
   * chunks, and may throw to end it.
   */
  async evaluate(
    { count, chunks }: Pick<EvaluationInputs, 'count' | 'chunks'>,
    onRows: OnRows,
  ): Promise<FloatArray[]> {
    const { lanes, outputs } = this;
    const results = Array.from({ length: lanes }, () => new Float64Array(count * outputs));
    const pending: { output: Tensor; first: number; rows: number }[] = [];
    for (const chunk of chunks) {
      const { program, output } = this.programFor(chunk.tensor);
      this.inputs.rows = chunk.rows;
      program.run(this.inputs);
      pending.push({ output, first: chunk.first, rows: chunk.rows });
      await onRows(chunk.rows * lanes);
    }
    for (const { output, first, rows } of pending) {
      const all = await this.backend.read(output);
      const laneSize = all.length / lanes;
      results.forEach((result, lane) => {
        const start = lane * laneSize;
        result.set(all.subarray(start, start + rows * outputs), first * outputs);
      });
    }
    return results;
  }

  /** Frees what was kept for these inputs, which are about to go. */
  forget(inputs: Tensor): void {
    const made = this.programs.get(inputs);
    if (!made) return;
    made.program.dispose();
    this.pool.releaseOne(made.output);
    this.programs.delete(inputs);
  }

  dispose(): void {
    for (const { program } of this.programs.values()) program.dispose();
  }

  /** Width of the output layer. */
  private get outputs(): number {
    return this.network.sizes[this.network.sizes.length - 1] ?? 0;
  }

  private programFor(input: Tensor): ForwardProgram {
    const known = this.programs.get(input);
    if (known) return known;
    const rows = input.shape[1] ?? 0;
    if (!this.hidden || this.hidden.rows < rows)
      this.hidden = {
        rows,
        buffers: allocateForwardBuffers(this.pool, this.network, this.lanes, rows),
      };
    // Hidden buffers are shared by all chunks; outputs wait until everything has run.
    const output = this.pool.allocate(this.lanes, rows, this.outputs);
    const buffers = this.hidden.buffers.map((layer, i) =>
      i === this.layers.length - 1 ? { linear: null, output } : layer,
    );
    const calls = recordEvaluation(this.network, this.layers, input, buffers);
    const made = { program: this.backend.prepare(calls, this.lanes), output };
    this.programs.set(input, made);
    return made;
  }
}
