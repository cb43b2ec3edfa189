/**
 * The engine takes from tfjs its context, memory and backends, and none of the parts that have traps of
 * their own: layers and their callbacks, seeded dropout, shuffling, optimisers, tensor operations.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ALLOWED = [
  ...['backend', 'setBackend', 'findBackend', 'registerBackend', 'removeBackend'],
  ...['env', 'registerKernel', 'getKernel', 'getKernelsForBackend'],
  // Types.
  ...['KernelBackend', 'NamedAttrMap', 'TensorInfo', 'DataId'],
];

const TRAINS = [
  ...['base', 'settings', 'engine', 'regularizers', 'datasets'],
  ...['experiment', 'figures', 'protocol', 'trainer'],
];

function sourcesOf(folders: readonly string[]): { file: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|fixture/.test(name))
      .map((name) => join('src', folder, name))
      .map((file) => ({ file, text: withoutComments(readFileSync(file, 'utf8')) })),
  );
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

it('uses of tfjs nothing but its backends, its environment and its registry', () => {
  const used = sourcesOf(TRAINS).flatMap(({ file, text }) =>
    [...text.matchAll(/\btf\.(\w+)/g)].map(([, name]) => ({ file, name })),
  );
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter(({ name }) => !ALLOWED.includes(name ?? ''))).toEqual([]);
});

it('imports tfjs whole or its backends, in the trainer only', () => {
  const imports = sourcesOf(readdirSync('src'))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/from '(@tensorflow[^']*)'/g)].map(([, name]) => ({ file, name })),
    )
    .filter(({ name }) => !/\.wasm\?url$/.test(name ?? ''));
  const known = ['', '-backend-cpu', '-backend-wasm', '-backend-webgl'];
  for (const { file, name } of imports) {
    expect(file).toMatch(/^src\/trainer\//);
    expect(known.map((part) => `@tensorflow/tfjs${part}`)).toContain(name);
  }
});

it('waits for no animation frame: a hidden tab, whose frames stop, trains on', () => {
  const waiting = sourcesOf([...TRAINS, 'client', 'store']).filter(({ text }) =>
    /requestAnimationFrame|nextFrame|visibilitychange|document\.hidden/.test(text),
  );
  expect(waiting.map(({ file }) => file)).toEqual([]);
});
