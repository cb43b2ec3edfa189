/**
 * Draws that move a parameter: value and optimiser state are read, and written together into their
 * spare textures. Where they need more render targets than a draw has, the outputs are dealt to as many
 * draws as needed, plane by plane. The padding stays zero, as value, state and gradient are zero there and
 * ε is not.
 */
import type { OptimizerRule, Parameter, Tensor } from '../../../engine/step/kernels.ts';
import { Draw, type DrawDescription, type DrawTarget } from './draw.ts';
import { optimizerGlsl, optimizerUniforms } from './optimizer-glsl.ts';
import type { TensorTexture } from './tensor-texture.ts';
import type { WebglDevice } from './webgl-device.ts';

export interface ParameterStep {
  readonly parameter: Parameter;
  readonly optimizer: OptimizerRule;
  readonly inputs: Readonly<Record<string, TensorTexture>>;
  /** GLSL beside the optimiser's. */
  readonly functions?: string;
  /** GLSL before the planes: `at` is the block, `rate` the rates. */
  readonly prepare: string;
  /** GLSL that moves `value`, `first`, `second` (vec4) of plane `plane` of the block. */
  readonly move: string;
  /** The lanes that are moved so; all where this is left out. */
  readonly concerns?: DrawDescription['concerns'];
}

const PARTS = ['value', 'first', 'second'] as const;

/** The tensors of a parameter, which are to be swapped after the draws. */
export function parameterTextures(parameter: Parameter, device: WebglDevice): TensorTexture[] {
  return PARTS.map((part) => parameter[part])
    .filter((tensor) => tensor !== null)
    .map((tensor) => device.texture(tensor));
}

export function planParameterStep(step: ParameterStep, device: WebglDevice): Draw[] {
  const outputs = outputsOf(step.parameter, device);
  const draws: Draw[] = [];
  for (let start = 0; start < outputs.length; start += device.maxTargets) {
    const targets = outputs.slice(start, start + device.maxTargets);
    draws.push(
      new Draw(device, {
        inputs: { ...step.inputs, ...oldTextures(step.parameter, device) },
        targets,
        ...(step.concerns ? { concerns: step.concerns } : {}),
        floats: optimizerUniforms(step.optimizer),
        body: [
          optimizerGlsl(step.optimizer.id),
          step.functions ?? '',
          mainGlsl(step, targets),
        ].join('\n'),
      }),
    );
  }
  return draws;
}

/** Outputs `value0`, `first0`, `second0`, `value1`, … */
function outputsOf(parameter: Parameter, device: WebglDevice): DrawTarget[] {
  const { planes } = device.texture(parameter.value).grid;
  const parts = partsOf(parameter);
  return Array.from({ length: planes }, (_, plane) =>
    parts.map(([part, tensor]) => ({
      name: outputName(part, plane),
      tensor: device.texture(tensor),
      plane,
      spare: true,
    })),
  ).flat();
}

function partsOf(parameter: Parameter): [(typeof PARTS)[number], Tensor][] {
  return PARTS.flatMap((part) => {
    const tensor = parameter[part];
    return tensor ? [[part, tensor] as [typeof part, Tensor]] : [];
  });
}

function oldTextures(parameter: Parameter, device: WebglDevice): Record<string, TensorTexture> {
  return Object.fromEntries(
    partsOf(parameter).map(([part, tensor]) => [`${part}Texture`, device.texture(tensor)]),
  );
}

function outputName(part: string, plane: number): string {
  return `${part}${plane}`;
}

/** One block for each plane of which this draw writes a part. */
function mainGlsl({ parameter, prepare, move }: ParameterStep, targets: readonly DrawTarget[]) {
  const names = new Set(targets.map(({ name }) => name));
  const planes = [...new Set(targets.map(({ plane = 0 }) => plane))];
  const load = (part: (typeof PARTS)[number]) =>
    parameter[part] ? `texelFetch(${part}Texture, ivec3(at.pixel, plane), 0)` : 'vec4(0)';
  const store = (part: string, plane: number) =>
    names.has(outputName(part, plane)) ? `${outputName(part, plane)} = ${part};` : '';
  const blocks = planes.map(
    (plane) => `{
    const int plane = ${plane};
    ${PARTS.map((part) => `vec4 ${part} = ${load(part)};`).join('\n    ')}
    ${move}
    ${PARTS.map((part) => store(part, plane)).join('\n    ')}
  }`,
  );
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  vec3 rate = rates(at.lane);
  ${prepare}
  ${blocks.join('\n  ')}
}
`;
}
