/**
 * What a network's first weights make of the inputs: of images the incoming weights of the units with the
 * largest norm, of named features how large the weights of each are.
 */
import type { FloatArray } from '../../engine/step/kernels.ts';
import type { LayerState } from '../../engine/lanes/lane-state.ts';
import { FIELD_LEVELS } from '../../protocol/views.ts';
import type { FirstLayerView, WeightField } from '../../protocol/views.ts';
import type { TrainedLane, ViewMaker } from './view-maker.ts';

const MOST_FIELDS = 24;

export const firstLayerView: ViewMaker<'firstLayer'> = {
  needsWeights: true,
  tellsTheEnd: true,
  make: firstLayerOf,
};

export function firstLayerOf(lane: TrainedLane): FirstLayerView {
  const [layer] = lane.state;
  if (!layer) throw new Error('A network has at least one layer.');
  const units = layer.bias.value.length;
  const isLinear = lane.state.length === 1;
  const isImage = lane.dataset.image !== null;
  const inputNorms = norms(layer.weights.value, units, 'inputs');
  return {
    inputs: inputNorms.length,
    units,
    isLinear,
    keptInputs: inputNorms.filter((norm) => norm > 0).length,
    zeros: layer.weights.value.filter((weight) => weight === 0).length,
    norms: isImage ? new Float32Array() : Float32Array.from(inputNorms),
    weights: isLinear && !isImage ? ownWeights(lane, layer) : null,
    ...(isImage ? fieldsOf(layer, units) : { fields: [], largest: 0 }),
  };
}

/** √Σw² along one axis of [in, out]. */
function norms(weights: FloatArray, units: number, of: 'inputs' | 'units'): Float64Array {
  const inputs = weights.length / units;
  const squares = new Float64Array(of === 'units' ? units : inputs);
  for (let input = 0; input < inputs; input++)
    for (let unit = 0; unit < units; unit++) {
      const weight = weights[input * units + unit] ?? NaN;
      const place = of === 'units' ? unit : input;
      squares[place] = (squares[place] ?? NaN) + weight * weight;
    }
  return squares.map(Math.sqrt);
}

/** Of two classes softmax sees the difference of the outputs alone: its weights say what a feature does. */
function ownWeights({ dataset }: TrainedLane, { weights }: LayerState): Float32Array | null {
  const { value } = weights;
  if (dataset.outputs === 1) return Float32Array.from(value);
  if (dataset.outputs !== 2) return null;
  return Float32Array.from(
    { length: value.length / 2 },
    (_, input) => (value[2 * input + 1] ?? NaN) - (value[2 * input] ?? NaN),
  );
}

function fieldsOf(
  { weights: { value } }: LayerState,
  units: number,
): Pick<FirstLayerView, 'fields' | 'largest'> {
  const unitNorms = norms(value, units, 'units');
  const order = [...unitNorms.keys()].sort(
    (a, b) => (unitNorms[b] ?? 0) - (unitNorms[a] ?? 0) || a - b,
  );
  const shown = order.slice(0, MOST_FIELDS);
  const columns = shown.map((unit) =>
    Float64Array.from({ length: value.length / units }, (_, i) => value[i * units + unit] ?? NaN),
  );
  let largest = 0;
  for (const column of columns)
    for (const weight of column) largest = Math.max(largest, Math.abs(weight));
  const fields = shown.map((unit, i): WeightField => {
    const levels = Int8Array.from(columns[i] ?? [], (weight) => levelOf(weight, largest));
    return { unit, norm: unitNorms[unit] ?? NaN, levels };
  });
  return { fields, largest };
}

/** However small, a weight that is not 0 has a level. */
function levelOf(weight: number, largest: number): number {
  if (weight === 0) return 0;
  const size = Math.max(1, Math.round((FIELD_LEVELS * Math.abs(weight)) / largest));
  return weight > 0 ? size : -size;
}
