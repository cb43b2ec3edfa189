/** The textures and numbers that mask-glsl.ts needs. */
import type { DropoutMask } from '../../../engine/kernels.ts';
import type { TensorTexture } from './tensor-texture.ts';
import type { WebglDevice } from './webgl-device.ts';

export function maskInputs(
  dropout: DropoutMask | null,
  device: WebglDevice,
): Record<string, TensorTexture> {
  return dropout?.given ? { given: device.texture(dropout.given) } : {};
}

export function maskInts(dropout: DropoutMask | null): Record<string, readonly number[]> {
  return dropout && !dropout.given ? { maskIndex: [dropout.maskIndex] } : {};
}
