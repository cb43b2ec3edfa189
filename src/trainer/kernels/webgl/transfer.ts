/** Elements to texture and back. Nothing here waits except `download`. */
import { waitForDevice } from './fence.ts';
import {
  elementCount,
  forEachLine,
  layerCount,
  lineRanges,
  ROWS_OF_BYTES,
  type LineRange,
  type TensorGrid,
} from './tensor-grid.ts';
import type { TensorTexture } from './tensor-texture.ts';

/** Texels an upload moves at once: bounds the staging memory, 4 MB. */
const TEXELS_PER_UPLOAD = 1 << 18;
/** Larger arrays for `fill` are not kept. */
const KEPT_ELEMENTS = 1 << 20;

/** Staging memory of a device, reused by every upload. */
export class Staging {
  private elements = new Float32Array(0);
  private packed = new Float32Array(0);

  elementsFor(count: number): Float32Array {
    if (count > KEPT_ELEMENTS) return new Float32Array(count);
    if (this.elements.length < count) this.elements = new Float32Array(count);
    return this.elements.subarray(0, count);
  }

  packedFor(count: number): Float32Array {
    if (this.packed.length < count) this.packed = new Float32Array(count);
    return this.packed;
  }
}

export function upload(
  gl: WebGL2RenderingContext,
  texture: TensorTexture,
  elements: Float32Array,
  staging: Staging,
): void {
  const { grid, byteScale } = texture;
  const { texelsPerLine } = grid;
  const layers = layerCount(grid, texture.inBytes);
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture.front);
  for (const range of lineRanges(grid, TEXELS_PER_UPLOAD)) {
    const packed = staging.packedFor(range.lineCount * texelsPerLine * layers * 4);
    const place = [range.laneColumn * texelsPerLine, range.firstLine, 0] as const;
    const size = [texelsPerLine, range.lineCount, layers] as const;
    const [format, type, pixels] =
      byteScale === null
        ? ([gl.RGBA, gl.FLOAT, packFloats(grid, range, elements, packed)] as const)
        : ([gl.RGBA_INTEGER, gl.INT, packBytes(grid, range, elements, packed, byteScale)] as const);
    gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, ...place, ...size, format, type, pixels);
  }
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, null);
}

function packFloats(
  grid: TensorGrid,
  range: LineRange,
  elements: Float32Array,
  packed: Float32Array,
): Float32Array {
  const { texelsPerLine, columns } = grid;
  forEachLine(grid, range, (packedOffset, elementIndex) => {
    const used = elementIndex < 0 ? 0 : columns;
    if (used > 0) packed.set(elements.subarray(elementIndex, elementIndex + used), packedOffset);
    packed.fill(0, packedOffset + used, packedOffset + texelsPerLine * 4);
  });
  return packed;
}

/** Four rows in an integer (tensor-grid.ts). The elements are whole multiples of the scale. */
function packBytes(
  grid: TensorGrid,
  range: LineRange,
  elements: Float32Array,
  memory: Float32Array,
  byteScale: number,
): Int32Array {
  const { texelsPerLine, columns } = grid;
  const { lineCount } = range;
  const lineLength = texelsPerLine * 4;
  const packed = new Int32Array(
    memory.buffer,
    0,
    lineCount * lineLength * layerCount(grid, true),
  ).fill(0);
  forEachLine(grid, range, (packedOffset, elementIndex) => {
    if (elementIndex < 0) return;
    const line = packedOffset / lineLength;
    const plane = Math.floor(line / lineCount);
    const layer = Math.floor(plane / ROWS_OF_BYTES);
    const row = plane % ROWS_OF_BYTES;
    const offset = (layer * lineCount + (line % lineCount)) * lineLength;
    const signed = row === ROWS_OF_BYTES - 1 ? 128 : 0;
    for (let column = 0; column < columns; column++) {
      const byte = Math.round((elements[elementIndex + column] ?? 0) / byteScale);
      packed[offset + column] = (packed[offset + column] ?? 0) | ((byte - signed) << (8 * row));
    }
  });
  return packed;
}

/** Rejects when the context is lost or the device does not answer within `timeLimitMs`. */
export async function download(
  gl: WebGL2RenderingContext,
  texture: TensorTexture,
  timeLimitMs: number,
): Promise<Float32Array> {
  const { grid } = texture;
  if (texture.inBytes) throw new Error('Inputs kept as bytes are not read back.');
  const buffer = copyToBuffer(gl, texture);
  try {
    await waitForDevice(gl, timeLimitMs);
    const pixels = new Float32Array(grid.width * grid.height * grid.planes * 4);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, pixels);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    return unpack(grid, pixels);
  } finally {
    gl.deleteBuffer(buffer);
  }
}

/** All planes of the texture, one after the other, in a pixel buffer on the device. */
function copyToBuffer(gl: WebGL2RenderingContext, texture: TensorTexture): WebGLBuffer {
  const { width, height, planes } = texture.grid;
  const buffer = gl.createBuffer();
  const framebuffer = gl.createFramebuffer();
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, width * height * planes * 16, gl.STREAM_READ);
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, framebuffer);
  for (let plane = 0; plane < planes; plane++) {
    const attachment = [gl.READ_FRAMEBUFFER, gl.COLOR_ATTACHMENT0] as const;
    gl.framebufferTextureLayer(...attachment, texture.front, 0, plane);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, plane * width * height * 16);
  }
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  gl.deleteFramebuffer(framebuffer);
  return buffer;
}

function unpack(grid: TensorGrid, pixels: Float32Array): Float32Array {
  const { width, height, texelsPerLine, columns } = grid;
  const elements = new Float32Array(elementCount(grid));
  for (const range of lineRanges(grid, Infinity)) {
    const lineLength = texelsPerLine * 4;
    forEachLine(grid, range, (packedOffset, elementIndex) => {
      if (elementIndex < 0) return;
      const line = packedOffset / lineLength;
      const plane = Math.floor(line / range.lineCount);
      const y = range.firstLine + (line % range.lineCount);
      const start = ((plane * height + y) * width + range.laneColumn * texelsPerLine) * 4;
      elements.set(pixels.subarray(start, start + columns), elementIndex);
    });
  }
  return elements;
}
