/**
 * What the kernels of one tfjs WebGL backend share: its context, compiled shaders, tensors' textures,
 * scratch textures, and the state that a run leaves as tfjs expects it. One for each backend
 * (`webglDevice`), so that the registered kernels find it.
 */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { Tensor } from '../../../engine/step/kernels.ts';
import { assertNoError, forgetErrors } from './assert-no-error.ts';
import { ShaderCache } from './shader-cache.ts';
import { tensorGrid, type PlaneCount, type TensorGrid } from './tensor-grid.ts';
import { TensorTexture, TextureLedger } from './tensor-texture.ts';

/** What the device may use, where that is less than it has: tests ask for old devices' limits. */
export interface DeviceLimits {
  readonly maxTextureSize?: number;
  readonly maxTargets?: number;
}

interface Scratch {
  readonly tensor: TensorTexture;
  users: number;
}

export class WebglDevice {
  readonly backend: MathBackendWebGL;
  readonly gl: WebGL2RenderingContext;
  readonly shaders: ShaderCache;
  readonly ledger: TextureLedger;
  readonly maxTextureSize: number;
  /** Render targets of a draw. */
  readonly maxTargets: number;
  readonly planeCount: PlaneCount;
  /** Draws since the device was made. */
  drawCount = 0;
  private readonly textures = new Map<object, TensorTexture>();
  private readonly scratches = new Map<string, Scratch>();
  private readonly vertexArray: WebGLVertexArrayObject;

  constructor(backend: MathBackendWebGL, limits: DeviceLimits = {}) {
    const { gl } = backend.getGPGPUContext();
    if (!isWebgl2(gl)) throw new Error('These kernels need WebGL 2.');
    gl.getExtension('EXT_color_buffer_float');
    this.backend = backend;
    this.gl = gl;
    this.shaders = new ShaderCache(gl);
    this.ledger = new TextureLedger(backend, gl);
    this.maxTextureSize = Math.min(
      gl.getParameter(gl.MAX_TEXTURE_SIZE) as number,
      limits.maxTextureSize ?? Infinity,
    );
    this.maxTargets = Math.min(
      gl.getParameter(gl.MAX_DRAW_BUFFERS) as number,
      gl.getParameter(gl.MAX_COLOR_ATTACHMENTS) as number,
      limits.maxTargets ?? Infinity,
    );
    this.planeCount = this.maxTargets >= 8 ? 8 : 4;
    this.vertexArray = gl.createVertexArray();
  }

  allocate(shape: readonly number[], byteScale: number | null = null): Tensor {
    const grid = this.gridOf(shape);
    const { dataId } = this.backend.makeTensorInfo([...shape], 'float32');
    Object.defineProperties(this.backend.texData.get(dataId), FOREIGN_TO_TFJS);
    this.textures.set(dataId, new TensorTexture(this.ledger, grid, byteScale));
    return { dataId, shape: [...shape], dtype: 'float32' };
  }

  release(tensor: Tensor): void {
    this.texture(tensor).release();
    this.textures.delete(tensor.dataId);
    this.backend.texData.delete(tensor.dataId);
  }

  texture(tensor: Tensor): TensorTexture {
    const texture = this.textures.get(tensor.dataId);
    if (!texture) throw new Error('This tensor was released, or belongs to another backend.');
    return texture;
  }

  /** A texture for intermediate results within one kernel; kernels share those of equal role and shape. */
  borrowScratch(role: string, shape: readonly number[]): TensorTexture {
    const key = scratchKey(role, shape);
    let scratch = this.scratches.get(key);
    if (!scratch) {
      scratch = { tensor: new TensorTexture(this.ledger, this.gridOf(shape)), users: 0 };
      this.scratches.set(key, scratch);
    }
    scratch.users++;
    return scratch.tensor;
  }

  returnScratch(role: string, shape: readonly number[]): void {
    const key = scratchKey(role, shape);
    const scratch = this.scratches.get(key);
    if (!scratch || --scratch.users > 0) return;
    scratch.tensor.release();
    this.scratches.delete(key);
  }

  /** Before a series of draws; leaves unit 0 active, for the step's texture. */
  begin(): void {
    this.gl.bindVertexArray(this.vertexArray);
    this.gl.activeTexture(this.gl.TEXTURE0);
  }

  /** After it: nothing stays bound that tfjs, which sets all it uses before each of its draws, could hit. */
  end(): void {
    const { gl } = this;
    gl.bindVertexArray(null);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.useProgram(null);
    gl.activeTexture(gl.TEXTURE0);
  }

  /** Throws if the context has met an error since this was last asked. */
  assertSound(): void {
    assertNoError(this.gl);
  }

  /** Errors that the context has met until now are nobody's. */
  forgetErrors(): void {
    forgetErrors(this.gl);
  }

  bindTensor(unit: number, texture: WebGLTexture): void {
    this.gl.activeTexture(this.gl.TEXTURE0 + unit);
    this.gl.bindTexture(this.gl.TEXTURE_2D_ARRAY, texture);
  }

  private gridOf(shape: readonly number[]): TensorGrid {
    return tensorGrid(shape, this.maxTextureSize, this.planeCount);
  }

  /** Everything that lives on the context; for a backend that is about to be removed. */
  dispose(): void {
    for (const texture of this.textures.values()) texture.release();
    for (const { tensor } of this.scratches.values()) tensor.release();
    for (const dataId of this.textures.keys()) this.backend.texData.delete(dataId);
    this.textures.clear();
    this.scratches.clear();
    this.shaders.dispose();
    this.gl.deleteVertexArray(this.vertexArray);
    if (devices.get(this.backend) === this) devices.delete(this.backend);
  }
}

const devices = new WeakMap<MathBackendWebGL, WebglDevice>();

/** The backend's device: always the same one, so that the registered kernels find it. */
export function webglDevice(backend: MathBackendWebGL): WebglDevice {
  let device = devices.get(backend);
  if (!device) {
    device = new WebglDevice(backend);
    devices.set(backend, device);
  }
  return device;
}

/** tfjs' own operations would take the entry for an empty tensor and make zeros of it: fail instead. */
const FOREIGN_TO_TFJS: PropertyDescriptorMap = Object.fromEntries(
  ['values', 'texture'].map((name) => [
    name,
    {
      get() {
        throw new Error('A tensor of the training kernels: read and release it by ComputeBackend.');
      },
    },
  ]),
);

function scratchKey(role: string, shape: readonly number[]): string {
  return `${role} ${shape.join('x')}`;
}

function isWebgl2(gl: WebGLRenderingContext): gl is WebGL2RenderingContext & WebGLRenderingContext {
  return 'texStorage3D' in gl;
}
