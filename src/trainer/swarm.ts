/**
 * Whether a swarm of networks, such as the trainings of a sweep, is done sooner by WASM than by a GPU. The
 * arithmetic of small networks is nothing to a GPU, but each of its draws has to be sent and begun: by then
 * WASM is through with the step.
 */
import { parameterCount } from '../experiment/experiment.ts';

export interface Swarm {
  /** Networks trained side by side. */
  readonly lanes: number;
  /** [in, hidden…, out] of the largest of them. */
  readonly sizes: readonly number[];
  readonly batchSize: number;
}

/**
 * Rows × parameters of a step that WASM does in a microsecond: 2,950 to 4,400 for networks from 30-16-2 to
 * 784-512-10, measured on one core of a small server.
 */
const PRODUCTS_PER_MICROSECOND = 3500;
/** On the same core 20 µs of JavaScript; about as much again is reckoned for the device to begin it. */
const MICROSECONDS_PER_DRAW = 40;
/** Ten in a step of two layers. */
const DRAWS_PER_LAYER = 5;
/** Lanes that share a draw (kernels/webgl/webgl-backend.ts). */
const LANES_PER_DRAW = 16;

/** For one step of all lanes. An estimate, which needs to be right where the difference is large. */
export function isFasterOnWasm({ lanes, sizes, batchSize }: Swarm): boolean {
  const layers = sizes.length - 1;
  const draws = Math.ceil(lanes / LANES_PER_DRAW) * layers * DRAWS_PER_LAYER;
  const products = lanes * batchSize * parameterCount(sizes);
  return products / PRODUCTS_PER_MICROSECOND <= draws * MICROSECONDS_PER_DRAW;
}
