/**
 * Whether a parsed file is an oracle case (tests/oracles/README.md), field by field: a case that was made by
 * hand should fail with the place of its mistake, not with wrong figures.
 */
import { ACTIVATION_IDS } from '../../src/engine/step/kernels.ts';
import { ANY_REGULARIZERS } from '../../src/regularizers/registry.ts';
import type { OracleCase } from '../../tests/oracles/oracle.ts';
import { Field } from './field.ts';

/** @throws a sentence that names the first field that is not as it should be. */
export function checkOracleCase(value: unknown): OracleCase {
  const file = new Field('', value);
  file.at('name').text();
  file.at('tolerance').positive();
  const sizes = checkNetwork(file.at('network'));
  checkOptimizer(file.at('optimizer'));
  const drops = checkRegularizers(file.at('regularizers'));
  checkLayers(file.at('initial'), sizes);
  const steps = checkBatches(file.at('batches'), sizes, drops);
  checkExpected(file.at('expected'), sizes, steps, file.at('network').at('batchNorm').isAbsent);
  return value as OracleCase;
}

function checkNetwork(network: Field): readonly number[] {
  const sizes = network
    .at('sizes')
    .items()
    .map((size) => size.whole(1));
  if (sizes.length < 2) network.at('sizes').refuse('at least two sizes, of inputs and outputs');
  network.at('activation').oneOf(ACTIVATION_IDS);
  network.at('task').oneOf(['classification', 'regression']);
  const batchNorm = network.at('batchNorm');
  if (batchNorm.isAbsent) return sizes;
  batchNorm.at('momentum').number();
  batchNorm.at('epsilon').positive();
  return sizes;
}

function checkOptimizer(optimizer: Field): void {
  optimizer.at('id').oneOf(['sgd', 'adam']);
  optimizer.at('learningRate').number();
  for (const name of ['momentum', 'beta1', 'beta2', 'epsilon'])
    if (!optimizer.at(name).isMissing) optimizer.at(name).number();
}

/** Returns whether hidden units are dropped: then masks must be given. */
function checkRegularizers(regularizers: Field): boolean {
  const drop = regularizers.items().map((regularizer) => {
    const id = regularizer.at('id').oneOf(ANY_REGULARIZERS.map((one) => one.id));
    const [number] = (NUMBERS_OF[id] ?? []).map((name) => regularizer.at(name).number());
    return id === 'dropout' && number !== 0;
  });
  return drop.includes(true);
}

const NUMBERS_OF: Readonly<Record<string, readonly string[]>> = {
  ...{ l1: ['lambda'], l2: ['lambda'], weightDecay: ['lambda'] },
  ...{ dropout: ['rate'], maxNorm: ['limit'], labelSmoothing: ['epsilon'] },
};

/** `kernels` [layer][in][out] and `biases` [layer][out]. */
function checkLayers(layers: Field, sizes: readonly number[]): void {
  const kernels = layers.at('kernels').items(sizes.length - 1);
  kernels.forEach((kernel, i) => kernel.matrix(sizes[i] ?? 0, sizes[i + 1] ?? 0));
  const biases = layers.at('biases').items(sizes.length - 1);
  biases.forEach((bias, i) => bias.numbers(sizes[i + 1] ?? 0));
}

/** Returns the number of steps. */
function checkBatches(batches: Field, sizes: readonly number[], drops: boolean): number {
  const all = batches.items();
  if (all.length === 0) batches.refuse('at least one batch');
  const hidden = sizes.slice(1, -1);
  const hasMasks = all[0]?.at('keepMasks').isMissing === false;
  for (const batch of all) {
    const rows = batch.at('x').items().length;
    if (rows === 0) batch.at('x').refuse('at least one row');
    batch.at('x').matrix(rows, sizes[0] ?? 0);
    batch.at('y').matrix(rows, sizes[sizes.length - 1] ?? 0);
    if (!drops && !hasMasks) continue;
    const masks = batch.at('keepMasks').items(hidden.length);
    masks.forEach((mask, i) => {
      for (const row of mask.matrix(rows, hidden[i] ?? 0))
        for (const unit of row.items()) unit.oneOf([0, 1]);
    });
  }
  return all.length;
}

function checkExpected(
  expected: Field,
  sizes: readonly number[],
  steps: number,
  isPlain: boolean,
): void {
  expected.at('dataLoss').numbers(steps);
  expected.at('penalty').numbers(steps);
  checkLayers(expected, sizes);
  expected.at('exactZeros').whole(0);
  if (isPlain) return;
  const hidden = sizes.slice(1, -1);
  for (const name of ['gammas', 'betas', 'runningMeans', 'runningVariances'])
    expected
      .at(name)
      .items(hidden.length)
      .forEach((layer, i) => layer.numbers(hidden[i] ?? 0));
}
