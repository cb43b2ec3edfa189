import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkOracleCase } from './check-oracle-case.ts';

const FOLDER = 'tests/oracles';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));

/** A case with the value at a place, "batches.0.x", changed; undefined takes it away. */
function changed(name: string, place: string, value: unknown): unknown {
  const file = structuredClone(read(name)) as Record<string, unknown>;
  const steps = place.split('.');
  const last = steps.pop() ?? '';
  let target = file;
  for (const step of steps) target = target[step] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(target, last);
  else target[last] = value;
  return file;
}

describe('an oracle case', () => {
  it.each(files)('%s passes', (name) => {
    expect(checkOracleCase(read(name))).toHaveProperty('name', name.replace('.json', ''));
  });

  it.each([
    ['name', undefined, '"name" is missing; it must be a text.'],
    ['tolerance', 0, '"tolerance" must be a number above 0, not 0.'],
    ['network', [], '"network" must be an object, not [].'],
    ['network.sizes', [4], '"network.sizes" must be at least two sizes'],
    ['network.sizes.1', 2.5, '"network.sizes[1]" must be a whole number from 1 on, not 2.5.'],
    ['network.activation', 'swish', '"network.activation" must be one of relu, leakyRelu,'],
    ['network.task', undefined, '"network.task" is missing; it must be one of classification,'],
    ['network.batchNorm', 3, '"network.batchNorm" must be an object, not 3.'],
    ['optimizer.id', 'lion', '"optimizer.id" must be one of sgd, adam, not "lion".'],
    ['optimizer.learningRate', '0.1', '"optimizer.learningRate" must be a number, not "0.1".'],
    ['regularizers', [{ id: 'magic' }], '"regularizers[0].id" must be one of'],
    ['regularizers', [{ id: 'l2' }], '"regularizers[0].lambda" is missing; it must be a number.'],
    ['initial.kernels', [], '"initial.kernels" must be a list of'],
    ['initial.biases.0', [], '"initial.biases[0]" must be a list of'],
    ['batches', [], '"batches" must be at least one batch, not [].'],
    ['batches.0.x.0.0', null, '"batches[0].x[0][0]" must be a number, not null.'],
    ['batches.1.y', undefined, '"batches[1].y" is missing; it must be a list.'],
    ['expected.dataLoss', [1], '"expected.dataLoss" must be a list of'],
    ['expected.kernels.0.0.0', 'NaN', '"expected.kernels[0][0][0]" must be a number, not "NaN".'],
    ['expected.exactZeros', undefined, '"expected.exactZeros" is missing; it must be a number.'],
  ])('with another %s (%j) is refused by that field', (place, value, sentence) => {
    expect(() => checkOracleCase(changed('adam-plain.json', place, value))).toThrow(sentence);
  });

  it('without the masks, or the statistics, that it needs is refused by that field', () => {
    const unmasked = changed('dropout-given-masks.json', 'batches.1.keepMasks', undefined);
    expect(() => checkOracleCase(unmasked)).toThrow('"batches[1].keepMasks" is missing');
    const blurred = changed('dropout-given-masks.json', 'batches.0.keepMasks.0.0.0', 0.5);
    expect(() => checkOracleCase(blurred)).toThrow('must be one of 0, 1, not 0.5.');
    const bare = changed('batch-norm-sgd.json', 'expected.runningMeans', undefined);
    expect(() => checkOracleCase(bare)).toThrow('"expected.runningMeans" is missing');
  });

  it.each([null, 3, 'text', []])('that is %j is refused', (value) => {
    expect(() => checkOracleCase(value)).toThrow('The file must be an object');
  });
});
