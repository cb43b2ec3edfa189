/**
 * A tensor's textures and their entry in tfjs' books. Not how they are filled (transfer.ts) or drawn
 * into (draw.ts).
 *
 * A kernel that updates in place draws into the spare texture and swaps; the spare is made when such a
 * kernel is first prepared and lives as long as the tensor.
 */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { byteCount, layerCount, type TensorGrid } from './tensor-grid.ts';

export class TensorTexture {
  readonly grid: TensorGrid;
  /** Where the elements are bytes: what they are multiplied by. */
  readonly byteScale: number | null;
  /** Which of the two textures holds the tensor's present value. */
  current: 0 | 1 = 0;
  private readonly textures: [WebGLTexture, WebGLTexture | null];
  private readonly ledger: TextureLedger;

  constructor(ledger: TextureLedger, grid: TensorGrid, byteScale: number | null = null) {
    this.ledger = ledger;
    this.grid = grid;
    this.byteScale = byteScale;
    this.textures = [ledger.createTexture(grid, this.inBytes), null];
  }

  get inBytes(): boolean {
    return this.byteScale !== null;
  }

  get front(): WebGLTexture {
    return this.side(this.current);
  }

  side(index: 0 | 1): WebGLTexture {
    const texture = this.textures[index];
    if (!texture) throw new Error('This tensor has no spare texture.');
    return texture;
  }

  addSpare(): void {
    this.textures[1] ??= this.ledger.createTexture(this.grid, this.inBytes);
  }

  swap(): void {
    this.current = this.current === 0 ? 1 : 0;
  }

  release(): void {
    for (const texture of this.textures) {
      if (texture) this.ledger.deleteTexture(texture, this.grid, this.inBytes);
    }
  }
}

/** The two counters behind `tf.memory()`; private in tfjs' types. */
interface TextureManagerCounter {
  _numBytesAllocated: number;
}
interface BackendCounter {
  numBytesInGPU: number;
}

/** Makes and deletes textures, and enters them in what `tf.memory()` reports. */
export class TextureLedger {
  private readonly gl: WebGL2RenderingContext;
  private readonly manager: TextureManagerCounter;
  private readonly backend: BackendCounter;

  constructor(backend: MathBackendWebGL, gl: WebGL2RenderingContext) {
    this.gl = gl;
    this.manager = backend.getTextureManager() as unknown as TextureManagerCounter;
    this.backend = backend as unknown as BackendCounter;
    if (
      typeof this.manager._numBytesAllocated !== 'number' ||
      typeof this.backend.numBytesInGPU !== 'number'
    ) {
      throw new Error('This version of tfjs-backend-webgl counts its textures in another way.');
    }
  }

  /** Zeros, by WebGL's rule for new textures. */
  createTexture(grid: TensorGrid, inBytes: boolean): WebGLTexture {
    const { gl } = this;
    const format = inBytes ? gl.RGBA32I : gl.RGBA32F;
    const { width, height } = grid;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
    gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, format, width, height, layerCount(grid, inBytes));
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D_ARRAY, name, gl.NEAREST);
    }
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
      gl.texParameteri(gl.TEXTURE_2D_ARRAY, name, gl.CLAMP_TO_EDGE);
    }
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, null);
    this.count(byteCount(grid, inBytes));
    return texture;
  }

  deleteTexture(texture: WebGLTexture, grid: TensorGrid, inBytes: boolean): void {
    this.gl.deleteTexture(texture);
    this.count(-byteCount(grid, inBytes));
  }

  /** Enters bytes of another texture of this device, or strikes them out. */
  count(bytes: number): void {
    this.manager._numBytesAllocated += bytes;
    this.backend.numBytesInGPU += bytes;
  }
}
