/** `npm run test:oracles` on a folder of one's own, with sound cases and others. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oracles-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(directory: string): { status: number | null; lines: string[] } {
  const env = { ...process.env, ORACLE_DIR: directory };
  const { status, stdout } = spawnSync(process.execPath, ['tools/run.js', 'tools/run-oracles.ts'], {
    ...{ env, encoding: 'utf8', timeout: 150_000 },
  });
  return { status, lines: stdout.trim().split('\n') };
}

it('runs sound cases on every backend; each other fails alone, with its file and field', () => {
  copyFileSync('tests/oracles/l2-sgd.json', join(folder, 'a-sound.json'));
  const text = readFileSync('tests/oracles/l2-sgd.json', 'utf8');
  writeFileSync(join(folder, 'b-cut-off.json'), text.slice(0, 500));
  const field = JSON.parse(text) as { optimizer: object };
  const wrong = { ...field, optimizer: { ...field.optimizer, learningRate: 'fast' } };
  writeFileSync(join(folder, 'c-wrong.json'), JSON.stringify(wrong));
  const numbers = JSON.parse(text) as { expected: { dataLoss: number[] } };
  numbers.expected.dataLoss[2] = 9;
  writeFileSync(join(folder, 'd-other-figures.json'), JSON.stringify(numbers));
  writeFileSync(join(folder, 'notes.txt'), 'Not a case.');
  const { status, lines } = run(folder);
  expect(status).toBe(1);
  const startsWith = (start: string) => lines.filter((line) => line.startsWith(start));
  for (const backend of ['cpu-f64', 'cpu-f32', 'wasm', 'webgl'])
    expect(lines.filter((line) => / ok|^ok/.test(line) && line.includes(backend))).toHaveLength(1);
  expect(startsWith('FAIL b-cut-off.json: ')).toHaveLength(1);
  expect(startsWith('FAIL c-wrong.json: ')).toEqual([
    'FAIL c-wrong.json: "optimizer.learningRate" must be a number, not "fast".',
  ]);
  // Four backends find the figure that was falsified.
  expect(startsWith('FAIL l2-sgd')).toHaveLength(4);
  expect(lines.at(-1)).toBe('4 passed, 6 failed');
});

it.each(['', 'missing'])('says so where there is no case: folder "%s"', (name) => {
  const { status, lines } = run(join(folder, name));
  expect(status).toBe(1);
  expect(lines[0]).toContain(`no oracle case (*.json) in ${join(folder, name)}`);
  expect(lines.at(-1)).toBe('0 passed, 1 failed');
});
