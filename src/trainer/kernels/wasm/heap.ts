/**
 * The memory of tfjs' WASM backend, as the kernels and their encoder use it: addresses of tensors,
 * raw blocks, and views that survive its growth. Growth detaches every view taken before; a
 * detached view has length 0 and what is written to it is lost without a word, so no view leaves
 * this file unchecked.
 *
 * `asm.memory`, `_malloc` and `_free` are not part of tfjs' interface: `openHeap` says so if an
 * update of tfjs takes them away.
 */
import { withCommas } from '../../../base/text/with-commas.ts';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { DeviceLimitError } from '../../../engine/step/device-limit-error.ts';
import type { Tensor } from '../../../engine/step/kernels.ts';

/** What is used of Emscripten's module. */
interface EmscriptenHeap {
  readonly HEAPU8: Uint8Array;
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(address: number): void;
}

export interface Heap {
  readonly memory: WebAssembly.Memory;
  /** The address of a tensor's first element. */
  addressOf(tensor: Tensor): number;
  /**
   * A tensor of tfjs' with unspecified values. Where there is no memory left, tfjs gives it the address 0,
   * and writing to it would overwrite what lies there.
   */
  makeTensor(shape: readonly number[]): Tensor;
  /** An address divisible by 64, and what `free` wants to get it back. */
  allocate(bytes: number): HeapBlock;
}

export interface HeapBlock {
  readonly address: number;
  free(): void;
}

const ALIGNMENT = 64;

/** @throws if this is not the single-threaded build of a tfjs whose memory can be reached. */
export function openHeap(backend: BackendWasm): Heap {
  const module: unknown = backend.wasm;
  if (!isHeap(module))
    throw new Error(
      'The WASM backend of tfjs does not show its memory (asm.memory, _malloc, _free) as version ' +
        '4.22 does; the kernels cannot run on it.',
    );
  if (
    typeof SharedArrayBuffer !== 'undefined' &&
    module.asm.memory.buffer instanceof SharedArrayBuffer
  )
    throw new Error(
      'The WASM backend of tfjs runs its threaded build; set WASM_HAS_MULTITHREAD_SUPPORT to false ' +
        'before it starts.',
    );
  return {
    memory: module.asm.memory,
    addressOf: (tensor) => backend.dataIdMap.get(tensor.dataId).memoryOffset,
    makeTensor: (shape) => {
      const tensor = backend.makeOutput([...shape], 'float32') as Tensor;
      if (backend.dataIdMap.get(tensor.dataId).memoryOffset !== 0) return tensor;
      backend.disposeData(tensor.dataId);
      throw exhausted(shape.reduce((product, n) => product * n, 4));
    },
    allocate: (bytes) => {
      const start = module._malloc(bytes + ALIGNMENT) >>> 0;
      if (start === 0) throw exhausted(bytes);
      const address = Math.ceil(start / ALIGNMENT) * ALIGNMENT;
      return { address, free: () => module._free(start) };
    },
  };
}

function exhausted(bytes: number): DeviceLimitError {
  const megabytes = withCommas(Math.ceil(bytes / 2 ** 20));
  return new DeviceLimitError(
    `the memory for WASM is exhausted (${megabytes} MB more were needed)`,
  );
}

function isHeap(module: unknown): module is EmscriptenHeap {
  if (typeof module !== 'object' || module === null) return false;
  const { HEAPU8, asm, _malloc, _free } = module as Partial<EmscriptenHeap>;
  return (
    asm?.memory instanceof WebAssembly.Memory &&
    HEAPU8?.buffer === asm.memory.buffer &&
    typeof _malloc === 'function' &&
    typeof _free === 'function'
  );
}
