/** The backends that closed forms are held against: the reference, and what trains on most pages. */
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { startReference, startWasm } from '../kernels/wasm-in-node.ts';

export const BACKENDS = ['CPU in double precision', 'WASM'] as const;

export function openBackend(name: (typeof BACKENDS)[number]): Promise<ComputeBackend> {
  return name === 'WASM'
    ? startWasm().then(({ compute }) => compute)
    : Promise.resolve(startReference());
}

/** What rounding may do to a solution of size 1 after thousands of steps. */
export function toleranceOf(backend: ComputeBackend): number {
  return backend.name === 'wasm' ? 5e-6 : 1e-9;
}
