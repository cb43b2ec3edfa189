/**
 * Rows that networks are measured on, kept on the backend in chunks and shared by all lanes with the
 * same data. Chunks keep the hidden activations of a forward pass small.
 */
import { byteScaleOf } from '../batches/examples.ts';
import type { Examples } from '../batches/examples.ts';
import type { ComputeBackend, Tensor } from '../step/kernels.ts';
import { TensorPool } from '../step/network.ts';

const CHUNK_ROWS = 512;

export interface EvaluationChunk {
  /** [1, rows, feature] */
  readonly tensor: Tensor;
  readonly first: number;
  readonly rows: number;
}

/** Rows of one set of examples; null takes all. */
export interface EvaluationPart {
  readonly examples: Examples;
  readonly rows: Int32Array | null;
}

export class EvaluationInputs {
  readonly count: number;
  readonly chunks: readonly EvaluationChunk[];
  private readonly pool: TensorPool;

  /** The rows of all parts, one part after the other. */
  constructor(backend: ComputeBackend, parts: readonly EvaluationPart[]) {
    this.pool = new TensorPool(backend);
    const sources = parts.flatMap(({ examples, rows }) =>
      Array.from({ length: rows?.length ?? examples.count }, (_, i) => ({
        examples,
        row: rows?.[i] ?? i,
      })),
    );
    this.count = sources.length;
    const chunks: EvaluationChunk[] = [];
    for (let first = 0; first < this.count; first += CHUNK_ROWS) {
      const part = sources.slice(first, first + CHUNK_ROWS);
      const width = widthOf(part[0]?.examples);
      const tensor = this.pool.sharedInputs(part.length, width, commonByteScale(part));
      backend.write(tensor, (all) => {
        part.forEach(({ examples, row }, i) => {
          copyRow(all, i, examples, row);
        });
      });
      chunks.push({ tensor, first, rows: part.length });
    }
    this.chunks = chunks;
  }

  dispose(): void {
    this.pool.release();
  }
}

/**
 * All rows of a large set, one chunk in memory at a time: `load` the next rows, evaluate, go on.
 * Its tensor stays the same, so a group's program for it does too.
 */
export class EvaluationWindow {
  readonly examples: Examples;
  private readonly backend: ComputeBackend;
  private readonly pool: TensorPool;
  readonly tensor: Tensor;
  private readonly capacity: number;

  constructor(backend: ComputeBackend, examples: Examples) {
    this.backend = backend;
    this.examples = examples;
    this.pool = new TensorPool(backend);
    this.capacity = Math.min(CHUNK_ROWS, examples.count);
    const width = widthOf(examples);
    this.tensor = this.pool.sharedInputs(this.capacity, width, byteScaleOf(examples));
  }

  /** Rows from `first` on, as many as fit. */
  load(first: number): Pick<EvaluationInputs, 'count' | 'chunks'> {
    const rows = Math.min(this.capacity, this.examples.count - first);
    this.backend.write(this.tensor, (all) => {
      for (let i = 0; i < rows; i++) copyRow(all, i, this.examples, first + i);
    });
    return { count: rows, chunks: [{ tensor: this.tensor, first: 0, rows }] };
  }

  dispose(): void {
    this.pool.release();
  }
}

/** Where all rows have the same. */
function commonByteScale(rows: readonly { readonly examples: Examples }[]): number | undefined {
  const [first, ...others] = new Set(rows.map(({ examples }) => byteScaleOf(examples)));
  return others.length === 0 ? first : undefined;
}

function widthOf(examples: Examples | undefined): number {
  return examples ? examples.features.length / examples.count : 0;
}

function copyRow(
  target: Float32Array | Float64Array,
  row: number,
  examples: Examples,
  from: number,
): void {
  const width = widthOf(examples);
  for (let f = 0; f < width; f++)
    target[row * width + f] = (examples.features[from * width + f] ?? 0) * examples.featureScale;
}
