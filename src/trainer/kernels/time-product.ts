/**
 * How long products of matrices take on a backend: what tells a GPU from a renderer in software, which may go
 * by any name (WebKit calls every one "Apple GPU").
 */
import type { ComputeBackend, Tensor } from '../../engine/step/kernels.ts';
import { neutralSlots } from '../../engine/step/slots.ts';

const ROWS = 128;
/** Of the inputs and of the hidden layer: 134 million multiplications, some 20 ms for WASM. */
const WIDTH = 1024;
/** Few, for the time to read them is not what is asked. */
const OUTPUTS = 4;
const MEASURED = 3;

/**
 * Milliseconds of a forward pass [128, 1024] → [128, 4], the fastest of three; the one before them compiles.
 * Rejects as the backend does: when the device was lost or does not answer in time.
 */
export async function timeProduct(compute: ComputeBackend): Promise<number> {
  const tensors: Tensor[] = [];
  const filled = (shape: readonly number[]) => {
    const tensor = compute.allocate(shape);
    compute.write(tensor, (elements) => elements.fill(1 / 1024));
    tensors.push(tensor);
    return tensor;
  };
  const layer = (input: Tensor, width: number, nextWidth: number) => ({
    ...({ kernel: 'denseForward', activation: 'linear', dropout: null } as const),
    ...{ input, weights: filled([1, width, nextWidth]), bias: filled([1, nextWidth]) },
    output: filled([1, ROWS, nextWidth]),
  });
  const hidden = layer(filled([1, ROWS, WIDTH]), WIDTH, WIDTH);
  const last = layer(hidden.output, WIDTH, OUTPUTS);
  const program = compute.prepare([hidden, last], 1);
  const once = async () => {
    const startMs = performance.now();
    program.run({ rows: ROWS, slots: neutralSlots(), maskKeys: new Uint32Array(0) });
    await compute.read(last.output);
    return performance.now() - startMs;
  };
  try {
    await once();
    let fastestMs = Infinity;
    for (let i = 0; i < MEASURED; i++) fastestMs = Math.min(fastestMs, await once());
    return fastestMs;
  } finally {
    program.dispose();
    for (const tensor of tensors) compute.release(tensor);
  }
}
