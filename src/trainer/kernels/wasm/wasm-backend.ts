/**
 * The kernel table on tfjs' WASM backend. A program is a command list in the backend's own memory,
 * and one run of it is one call into WASM (assembly/execute.ts); JavaScript only copies rows, slots
 * and mask keys.
 *
 * Not here: how the module is compiled (the worker, or a test, brings it) and what the kernels
 * compute.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type {
  ComputeBackend,
  KernelCall,
  Program,
  StepInputs,
  Tensor,
} from '../../../engine/step/kernels.ts';
import { SLOT_COUNT } from '../../../engine/step/slots.ts';
import { registerKernels } from '../register-kernels.ts';
import { encodeProgram, layOutBlock } from './encode-program.ts';
import { openHeap } from './heap.ts';
import type { Heap, HeapBlock } from './heap.ts';

/** Weights, of all lanes together, up to which a program's step and evaluation stay a matter of milliseconds. */
const WEIGHTS_PER_PROGRAM = 1 << 16;
const MOST_LANES_PER_PROGRAM = 64;

/** For the kernels that tfjs' registry calls: they are given tfjs' backend. */
const computeBackends = new WeakMap<BackendWasm, ComputeBackend>();

registerKernels<BackendWasm>('wasm', {
  denseForward: runAlone,
  denseBackward: runAlone,
  batchNormForward: runAlone,
  batchNormBackward: runAlone,
  outputGradient: runAlone,
  updateParameters: runAlone,
  limitColumns: runAlone,
  reduceFigures: runAlone,
});

/** What the module exports; see assembly/execute.ts. */
interface KernelExports {
  execute(commands: number, count: number, rows: number, scratch: number): void;
  scratchBytes(commands: number, count: number, rows: number): number;
}

/** @throws if the module is not ours, or if tfjs' backend is not one it can run on (heap.ts). */
export function createWasmBackend(
  backend: BackendWasm,
  kernelModule: WebAssembly.Module,
): ComputeBackend {
  const heap = openHeap(backend);
  const { exports } = new WebAssembly.Instance(kernelModule, { env: { memory: heap.memory } });
  if (!isKernelExports(exports)) throw new Error('kernels.wasm does not export the kernels.');
  const scratch = new Scratch(heap);
  const views = new TensorViews(heap);
  const compute: ComputeBackend = {
    name: 'wasm',
    lanesPerProgram,
    allocate: (shape) => {
      const tensor = heap.makeTensor(shape);
      views.of(tensor).fill(0);
      return tensor;
    },
    write: (tensor, fill) => {
      const elements = views.of(tensor);
      fill(elements);
      if (elements.length === 0 && views.of(tensor).length > 0)
        throw new Error('The WASM memory grew while a tensor was being filled.');
    },
    read: (tensor) => Promise.resolve(views.of(tensor).slice()),
    release: (tensor) => {
      views.forget(tensor);
      backend.disposeData(tensor.dataId);
    },
    prepare: (calls, laneCount) => new WasmProgram(heap, exports, scratch, calls, laneCount),
    settle: () => Promise.resolve(),
    assertSound: () => undefined,
    forgetErrors: () => undefined,
    isLost: () => false,
  };
  computeBackends.set(backend, compute);
  return compute;
}

/** Small networks share a program, since a call and a batch's rows cost as much as their arithmetic. */
function lanesPerProgram(sizes: readonly number[]): number {
  const weights = sizes.slice(1).reduce((sum, units, i) => sum + units * (sizes[i] ?? 0), 0);
  const most = Math.floor(WEIGHTS_PER_PROGRAM / weights);
  return Math.min(Math.max(most, 1), MOST_LANES_PER_PROGRAM);
}

function isKernelExports(
  exports: WebAssembly.Exports,
): exports is WebAssembly.Exports & KernelExports {
  return typeof exports['execute'] === 'function' && typeof exports['scratchBytes'] === 'function';
}

/** Views of tensors, kept until the memory grows. */
class TensorViews {
  private readonly views = new WeakMap<object, Float32Array>();

  constructor(private readonly heap: Heap) {}

  of(tensor: Tensor): Float32Array {
    const kept = this.views.get(tensor.dataId);
    if (kept && kept.length > 0) return kept;
    const address = this.heap.addressOf(tensor);
    const size = tensor.shape.reduce((product, n) => product * n, 1);
    const view = new Float32Array(this.heap.memory.buffer, address, size);
    this.views.set(tensor.dataId, view);
    return view;
  }

  forget(tensor: Tensor): void {
    this.views.delete(tensor.dataId);
  }
}

/**
 * Memory that kernels use while they run, shared by all programs: they never run at the same time.
 */
class Scratch {
  address = 0;
  private bytes = 0;
  private block: HeapBlock | null = null;

  constructor(private readonly heap: Heap) {}

  reserve(bytes: number): void {
    if (bytes <= this.bytes) return;
    const block = this.heap.allocate(bytes);
    this.block?.free();
    this.block = block;
    this.address = block.address;
    this.bytes = bytes;
  }
}

class WasmProgram implements Program {
  private readonly block: HeapBlock;
  private readonly commands: number;
  private readonly commandCount: number;
  /** Most rows a batch may have; below 0 once the program is disposed. */
  private capacity: number;
  private readonly keysPerLane: number;
  private readonly keysAddress: number;
  private slots: Float64Array;
  private maskKeys: Uint32Array;

  constructor(
    private readonly heap: Heap,
    private readonly kernels: KernelExports,
    private readonly scratch: Scratch,
    calls: readonly KernelCall[],
    private readonly laneCount: number,
  ) {
    this.block = heap.allocate(layOutBlock(calls, laneCount).bytes);
    const base = this.block.address;
    const encoded = encodeProgram(calls, laneCount, base, (tensor) => heap.addressOf(tensor));
    const { layout } = encoded;
    this.commands = base + layout.commands;
    this.commandCount = layout.commandCount;
    this.capacity = encoded.capacity;
    this.keysPerLane = layout.keysPerLane;
    this.keysAddress = base + layout.maskKeys;
    const { buffer } = heap.memory;
    new Float64Array(buffer, base + layout.constants).set(encoded.constants);
    new Int32Array(buffer, this.commands).set(encoded.commands);
    // Without a batch tensor there is nothing that rows could be too many for.
    const mostRows = Number.isFinite(this.capacity) ? this.capacity : 0;
    scratch.reserve(kernels.scratchBytes(this.commands, this.commandCount, mostRows));
    [this.slots, this.maskKeys] = this.takeViews();
  }

  run({ rows, slots, maskKeys }: StepInputs): void {
    if (!(rows >= 0 && rows <= this.capacity)) this.refuseRows(rows);
    if (this.slots.length === 0) [this.slots, this.maskKeys] = this.takeViews();
    const target = this.slots;
    if (slots.length !== target.length) throw new Error('Slots of another number of lanes.');
    target.set(slots);
    if (this.keysPerLane > 0) this.copyMaskKeys(maskKeys);
    this.kernels.execute(this.commands, this.commandCount, rows, this.scratch.address);
  }

  dispose(): void {
    if (this.capacity < 0) return;
    this.capacity = -1;
    this.block.free();
  }

  private takeViews(): [Float64Array, Uint32Array] {
    const { buffer } = this.heap.memory;
    return [
      new Float64Array(buffer, this.block.address, this.laneCount * SLOT_COUNT),
      new Uint32Array(buffer, this.keysAddress, this.laneCount * this.keysPerLane),
    ];
  }

  /** [lane, hidden layer]; the program may use fewer layers than there are keys. */
  private copyMaskKeys(keys: Uint32Array): void {
    const stride = keys.length / this.laneCount;
    if (stride < this.keysPerLane) throw new Error('A dropout mask has no key.');
    for (let lane = 0; lane < this.laneCount; lane++)
      for (let i = 0; i < this.keysPerLane; i++)
        this.maskKeys[lane * this.keysPerLane + i] = keys[lane * stride + i] ?? 0;
  }

  private refuseRows(rows: number): never {
    if (this.capacity < 0) throw new Error('The program was disposed.');
    throw new Error(`A batch of ${rows} rows; there is room for ${this.capacity}.`);
  }
}

/** Runs one call as a program of its own. */
function runAlone(call: KernelCall, step: StepInputs, backend: BackendWasm): void {
  const compute = computeBackends.get(backend);
  if (!compute) throw new Error('createWasmBackend was not called for this backend.');
  const program = compute.prepare([call], step.slots.length / SLOT_COUNT);
  program.run(step);
  program.dispose();
}
