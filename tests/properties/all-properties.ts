/** Everything that must hold on every backend, by what it says. */
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { DIVERGENCE_PROPERTIES } from './divergence-properties.ts';
import { MASK_PROPERTIES } from './mask-properties.ts';
import { RUN_PROPERTIES } from './run-properties.ts';

export const ALL_PROPERTIES: Readonly<Record<string, (backend: ComputeBackend) => Promise<void>>> =
  {
    ...RUN_PROPERTIES,
    ...MASK_PROPERTIES,
    ...DIVERGENCE_PROPERTIES,
  };
