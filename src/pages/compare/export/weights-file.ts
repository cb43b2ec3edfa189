/** The networks of a run as one file of arrays. Fetched when it is asked for. */
import { APP_VERSION } from '../../../base/app-version.ts';
import type { RunHistory } from '../../../client/run-history.ts';
import type { Scaling } from '../../../datasets/splitting/standardization.ts';
import type { ArmId, Experiment } from '../../../experiment/experiment.ts';
import { safetensors } from '../../../exports/safetensors.ts';
import type { NamedArray } from '../../../exports/safetensors.ts';
import type { LayerWeights, NetworkWeights } from '../../../protocol/network-weights.ts';

const LAYOUT = [
  'Names: arm, repeat (and fold in cross-validation), layer; layers count from 1 at the inputs, and the last one gives the outputs.',
  "A layer: y = x · kernel + bias, kernel [inputs, units], row by row (PyTorch's nn.Linear has it transposed).",
  'With batch-norm: y = gain · (y − moving-mean) / √(moving-variance + epsilon) + shift, before the activation.',
  'Hidden layers end with the activation, the last one with none; classes by softmax of its outputs.',
  'inputs/mean and inputs/scale, where they are there: x = (value − mean) · scale, by feature; inputs/median takes the place of a value that is missing. target/mean and target/scale: the target as it is = output / scale + mean.',
].join(' ');

interface Weighted {
  readonly experiment: Experiment;
  readonly history: RunHistory;
  /** Of one arm alone; null: of all. */
  readonly armId: ArmId | null;
}

export function weightsFile(
  weights: readonly NetworkWeights[],
  { experiment, history, armId }: Weighted,
): Uint8Array<ArrayBuffer> {
  const networks = weights.flatMap((network) => {
    const lane = history.lanes[network.lane];
    if (!lane || (armId !== null && lane.lane.armId !== armId)) return [];
    return [{ network, name: nameOf(lane.lane, experiment), epoch: lane.latest?.epoch ?? 0 }];
  });
  const activations = networks.map(({ name, network }) => [name, network.activation]);
  const epsilons = networks.map(({ name, network }) => [
    name,
    network.layers.find(({ batchNorm }) => batchNorm)?.batchNorm?.epsilon,
  ]);
  return safetensors(
    networks.flatMap(({ name, network }) => arraysOf(name, network)),
    {
      ...{ format: 'regularization-playground/weights', version: '1', app: APP_VERSION },
      layout: LAYOUT,
      epochs: JSON.stringify(Object.fromEntries(networks.map(({ name, epoch }) => [name, epoch]))),
      activations: JSON.stringify(Object.fromEntries(activations)),
      'batch-norm-epsilon': JSON.stringify(Object.fromEntries(epsilons)),
      experiment: JSON.stringify(experiment),
    },
  );
}

/** "arm-A/repeat-1", "arm-A/repeat-1/fold-2" */
function nameOf(
  { armId, replicate, fold }: { armId: ArmId; replicate: number; fold: number },
  { foldCount = 1 }: Experiment,
): string {
  const network = `arm-${armId}/repeat-${replicate + 1}`;
  return foldCount > 1 ? `${network}/fold-${fold + 1}` : network;
}

function arraysOf(name: string, { layers, standardization }: NetworkWeights): NamedArray[] {
  const features = standardization?.features ?? null;
  const target = standardization?.target ?? null;
  return [
    ...(features ? scalingArrays(`${name}/inputs`, features) : []),
    ...(target ? scalingArrays(`${name}/target`, [target]) : []),
    ...layers.flatMap((layer, index) => layerArrays(`${name}/layer-${index + 1}`, layer)),
  ];
}

function scalingArrays(name: string, scalings: readonly Scaling[]): NamedArray[] {
  const array = (part: string, valueOf: (scaling: Scaling) => number): NamedArray => ({
    name: `${name}/${part}`,
    shape: [scalings.length],
    values: Float32Array.from(scalings, valueOf),
  });
  const hasMedians = scalings.some(({ median }) => median !== undefined);
  return [
    array('mean', ({ mean }) => mean),
    array('scale', ({ scale }) => scale),
    ...(hasMedians ? [array('median', ({ median = NaN }) => median)] : []),
  ];
}

function layerArrays(name: string, layer: LayerWeights): NamedArray[] {
  const { inputs, units, kernel, bias, batchNorm } = layer;
  const byUnit = (part: string, values: Float32Array): NamedArray => ({
    ...{ name: `${name}/${part}`, shape: [units], values },
  });
  return [
    { name: `${name}/kernel`, shape: [inputs, units], values: kernel },
    byUnit('bias', bias),
    ...(batchNorm
      ? [
          byUnit('batch-norm/gain', batchNorm.gain),
          byUnit('batch-norm/shift', batchNorm.shift),
          byUnit('batch-norm/moving-mean', batchNorm.movingMean),
          byUnit('batch-norm/moving-variance', batchNorm.movingVariance),
        ]
      : []),
  ];
}
