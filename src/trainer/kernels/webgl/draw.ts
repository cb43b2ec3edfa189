/**
 * One draw: a fragment shader over the grid of its targets, with everything that can be prepared
 * prepared. A kernel is one or a few of these (plan-kernel.ts).
 */
import type { StepInputs } from '../../../engine/step/kernels.ts';
import type { Shader } from './shader-cache.ts';
import { gridUniform, layoutGlsl } from './layout-glsl.ts';
import { STEP_GLSL } from './step-glsl.ts';
import { laneRectangles, type PlaneCount, type Rectangle, type TensorGrid } from './tensor-grid.ts';
import type { TensorTexture } from './tensor-texture.ts';
import type { WebglDevice } from './webgl-device.ts';

/** One output of a draw: a plane of a tensor. */
export interface DrawTarget {
  /** The shader's `out vec4`. */
  readonly name: string;
  readonly tensor: TensorTexture;
  readonly plane?: number;
  /** Into the spare texture, because the draw also reads the tensor; the kernel swaps afterwards. */
  readonly spare?: boolean;
}

export interface DrawDescription {
  /** Samplers: `name` and the uniform `nameGrid`; of bytes also `nameScale`. */
  readonly inputs: Readonly<Record<string, TensorTexture>>;
  /** In the order of the render targets; all have the grid of the first. */
  readonly targets: readonly DrawTarget[];
  readonly ints?: Readonly<Record<string, readonly number[]>>;
  readonly floats?: Readonly<Record<string, readonly number[]>>;
  /** Which lanes are drawn in a step: all of them where this is left out. */
  readonly concerns?: (step: StepInputs, lane: number) => boolean;
  /** GLSL with `main`. */
  readonly body: string;
}

export class Draw {
  private readonly device: WebglDevice;
  private readonly description: DrawDescription;
  private readonly inputs: readonly TensorTexture[];
  private readonly targets: readonly DrawTarget[];
  private readonly grid: TensorGrid;
  private readonly shader: Shader;
  /** By which texture of each target is written: they are swapped independently. */
  private readonly framebuffers = new Map<number, WebGLFramebuffer>();

  constructor(device: WebglDevice, description: DrawDescription) {
    this.device = device;
    this.description = description;
    this.inputs = Object.values(description.inputs);
    this.targets = description.targets;
    this.grid = gridOf(this.targets);
    for (const target of this.targets) if (target.spare) target.tensor.addSpare();
    this.shader = device.shaders.get(sourceOf(description, device.planeCount));
  }

  /** Draws the lanes it concerns in this step; without a step all of them. */
  run(step?: StepInputs): void {
    const rectangles = this.rectangles(step);
    if (rectangles.length === 0) return;
    const { device, shader, inputs } = this;
    const { gl } = device;
    shader.use();
    if (shader.owner !== this) this.setUniforms();
    for (const [index, input] of inputs.entries()) device.bindTensor(index + 1, input.front);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, this.framebuffer());
    gl.viewport(0, 0, this.grid.width, this.grid.height);
    for (const { x, y, width, height } of rectangles) {
      gl.scissor(x, y, width, height);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      device.drawCount++;
    }
  }

  dispose(): void {
    for (const framebuffer of this.framebuffers.values()) {
      this.device.gl.deleteFramebuffer(framebuffer);
    }
    this.framebuffers.clear();
    if (this.shader.owner === this) this.shader.owner = null;
  }

  private rectangles(step: StepInputs | undefined): readonly Rectangle[] {
    const { grid, description } = this;
    const { concerns } = description;
    if (!concerns || !step) return [{ x: 0, y: 0, width: grid.width, height: grid.height }];
    return laneRectangles(grid, (lane) => concerns(step, lane));
  }

  private setUniforms(): void {
    const { shader, description, grid } = this;
    const { gl } = this.device;
    gl.uniform1i(shader.uniform('stepNumbers'), 0);
    for (const [index, [name, tensor]] of Object.entries(description.inputs).entries()) {
      gl.uniform1i(shader.uniform(name), index + 1);
      gl.uniform4iv(shader.uniform(`${name}Grid`), gridUniform(tensor.grid));
      if (tensor.byteScale !== null) gl.uniform1f(shader.uniform(`${name}Scale`), tensor.byteScale);
    }
    gl.uniform4iv(shader.uniform('resultGrid'), gridUniform(grid));
    gl.uniform2i(shader.uniform('resultSize'), grid.rows, grid.columns);
    for (const [name, values] of Object.entries(description.ints ?? {})) {
      gl.uniform1iv(shader.uniform(name), values);
    }
    for (const [name, values] of Object.entries(description.floats ?? {})) {
      setFloats(gl, shader.uniform(name), values);
    }
    shader.owner = this;
  }

  private framebuffer(): WebGLFramebuffer {
    let key = 0;
    for (const target of this.targets) key = key * 2 + writtenSide(target);
    let framebuffer = this.framebuffers.get(key);
    if (!framebuffer) {
      framebuffer = this.createFramebuffer();
      this.framebuffers.set(key, framebuffer);
    }
    return framebuffer;
  }

  private createFramebuffer(): WebGLFramebuffer {
    const { gl } = this.device;
    const framebuffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, framebuffer);
    const attachments = this.targets.map((target, index) => {
      const texture = target.tensor.side(writtenSide(target));
      const attachment = gl.COLOR_ATTACHMENT0 + index;
      gl.framebufferTextureLayer(gl.DRAW_FRAMEBUFFER, attachment, texture, 0, target.plane ?? 0);
      return attachment;
    });
    gl.drawBuffers(attachments);
    const status = gl.checkFramebufferStatus(gl.DRAW_FRAMEBUFFER);
    if (status !== gl.FRAMEBUFFER_COMPLETE && !gl.isContextLost()) {
      throw new Error('This device cannot draw into float textures.');
    }
    return framebuffer;
  }
}

/** All planes of a tensor, as `name0`, `name1`, … */
export function planesOf(
  name: string,
  tensor: TensorTexture,
  { spare = false }: { spare?: boolean } = {},
): DrawTarget[] {
  return Array.from({ length: tensor.grid.planes }, (_, plane) => ({
    name: `${name}${plane}`,
    tensor,
    plane,
    spare,
  }));
}

function gridOf([first]: readonly DrawTarget[]): TensorGrid {
  if (!first) throw new Error('A draw needs a target.');
  return first.tensor.grid;
}

function writtenSide({ tensor, spare }: DrawTarget): 0 | 1 {
  const other = tensor.current === 0 ? 1 : 0;
  return spare === true ? other : tensor.current;
}

function setFloats(
  gl: WebGL2RenderingContext,
  location: WebGLUniformLocation | null,
  values: readonly number[],
): void {
  if (values.length === 1) gl.uniform1fv(location, values);
  else if (values.length === 2) gl.uniform2fv(location, values);
  else if (values.length === 3) gl.uniform3fv(location, values);
  else gl.uniform4fv(location, values);
}

/** Declarations and common functions, then the kernel's own GLSL. */
function sourceOf(
  { inputs, targets, ints = {}, floats = {}, body }: DrawDescription,
  planeCount: PlaneCount,
): string {
  const floatType = (values: readonly number[]) =>
    values.length === 1 ? 'float' : `vec${values.length}`;
  return [
    '#version 300 es',
    'precision highp float;',
    'precision highp int;',
    'precision highp sampler2DArray;',
    'precision highp isampler2DArray;',
    ...Object.entries(inputs).map(([name, { inBytes }]) =>
      [
        `uniform ${inBytes ? 'isampler2DArray' : 'sampler2DArray'} ${name};`,
        `uniform ivec4 ${name}Grid;`,
        inBytes ? `uniform float ${name}Scale;` : '',
      ].join('\n'),
    ),
    'uniform ivec4 resultGrid;',
    'uniform ivec2 resultSize;',
    ...Object.keys(ints).map((name) => `uniform int ${name};`),
    ...Object.entries(floats).map(([name, values]) => `uniform ${floatType(values)} ${name};`),
    ...targets.map(({ name }, location) => `layout(location = ${location}) out vec4 ${name};`),
    layoutGlsl(planeCount),
    STEP_GLSL,
    body,
  ].join('\n');
}
