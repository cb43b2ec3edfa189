/**
 * What changes from step to step (`StepInputs`) as one small texture of integers, uploaded once a run: a
 * row a lane. Floats travel as their bits. `step-glsl.ts` reads it. Keys never become floats.
 *
 *   texel 0: rows, keepThreshold, 1/keepHidden, keepHidden      texel 1: gradientPerWeight,
 *   gradientPerSign, shrinkBefore, softThreshold                texel 2: columnLimit, learningRate,
 *   learningRate/firstCorrection, 1/secondCorrection            texel 3: labelSmoothing, -, -, -
 *   texels 4…: mask keys, four a texel
 */
import { keepThreshold } from '../../../base/random.ts';
import type { StepInputs } from '../../../engine/step/kernels.ts';
import { SLOT_COUNT, SLOT_INDEX, type SlotName } from '../../../engine/step/slots.ts';
import type { TextureLedger } from './tensor-texture.ts';

const FIRST_KEY = 16;
const FLOATS: readonly (readonly [word: number, slot: SlotName])[] = [
  [3, 'keepHidden'],
  [4, 'gradientPerWeight'],
  [5, 'gradientPerSign'],
  [6, 'shrinkBefore'],
  [7, 'softThreshold'],
  [8, 'columnLimit'],
  [9, 'learningRate'],
  [12, 'labelSmoothing'],
];

/** For a program of `laneCount` lanes whose kernels use `keyCount` mask keys a lane. */
export class StepTexture {
  readonly texture: WebGLTexture;
  private readonly gl: WebGL2RenderingContext;
  private readonly ledger: TextureLedger;
  private readonly laneCount: number;
  private readonly keyCount: number;
  private readonly width: number;
  private readonly words: Uint32Array;
  private readonly floats: Float32Array;

  constructor(
    gl: WebGL2RenderingContext,
    ledger: TextureLedger,
    laneCount: number,
    keyCount: number,
  ) {
    this.gl = gl;
    this.ledger = ledger;
    this.laneCount = laneCount;
    this.keyCount = keyCount;
    this.width = Math.ceil((FIRST_KEY + keyCount) / 4);
    this.words = new Uint32Array(this.width * 4 * laneCount);
    this.floats = new Float32Array(this.words.buffer);
    this.texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32UI, this.width, laneCount);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.bindTexture(gl.TEXTURE_2D, null);
    ledger.count(this.words.byteLength);
  }

  /** Uploads the inputs and leaves the texture bound to the active unit. */
  update(inputs: StepInputs): void {
    for (let lane = 0; lane < this.laneCount; lane++) this.setLane(inputs, lane);
    const { gl, width, laneCount, words } = this;
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    const place = [0, 0, 0, width, laneCount] as const;
    gl.texSubImage2D(gl.TEXTURE_2D, ...place, gl.RGBA_INTEGER, gl.UNSIGNED_INT, words);
  }

  dispose(): void {
    this.gl.deleteTexture(this.texture);
    this.ledger.count(-this.words.byteLength);
  }

  private setLane({ rows, slots, maskKeys }: StepInputs, lane: number): void {
    const start = lane * this.width * 4;
    const slot = lane * SLOT_COUNT;
    const valueOf = (name: SlotName) => slots[slot + SLOT_INDEX[name]] ?? 0;
    const keep = valueOf('keepHidden');
    this.words[start] = rows;
    this.words[start + 1] = keepThreshold(keep);
    this.floats[start + 2] = 1 / keep;
    this.floats[start + 10] = valueOf('learningRate') / valueOf('firstCorrection');
    this.floats[start + 11] = 1 / valueOf('secondCorrection');
    for (const [word, name] of FLOATS) this.floats[start + word] = valueOf(name);
    const keysPerLane = Math.floor(maskKeys.length / this.laneCount);
    for (let i = 0; i < this.keyCount; i++) {
      this.words[start + FIRST_KEY + i] = maskKeys[lane * keysPerLane + i] ?? 0;
    }
  }
}
