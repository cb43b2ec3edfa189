/**
 * `npm run test:oracles`: runs every oracle case (tests/oracles/README.md) of the folder ORACLE_DIR,
 * or tests/oracles, on every backend in a real Chromium, through the training step and kernels that the
 * page uses. One line per case and backend: name, backend, error of losses, error of parameters.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { OracleAnswer, OracleCase, OracleResult } from '../tests/oracles/oracle.ts';
import { openWorkerPage } from './worker-page.ts';

const folder = resolve(process.env['ORACLE_DIR'] ?? 'tests/oracles');

/** What a backend may be off by, from the case's own tolerance (in single precision). */
function toleranceOf(backend: string, oracle: OracleCase): number {
  if (backend === 'cpu-f64') return 1e-10;
  return backend === 'webgl' ? oracle.tolerance * 10 : oracle.tolerance;
}

function passes(result: OracleResult, backend: string, oracle: OracleCase): boolean {
  const tolerance = toleranceOf(backend, oracle);
  const zerosOff = Math.abs(result.zeros - result.zerosExpected);
  return (
    result.lossError <= tolerance &&
    result.parameterError <= tolerance &&
    zerosOff <= (backend === 'cpu-f64' ? 0 : 1)
  );
}

function report(oracle: OracleCase, { backend, result, error }: OracleAnswer[number]): boolean {
  const passed = result !== null && passes(result, backend, oracle);
  const figures = result
    ? `losses ${result.lossError.toExponential(1)}  parameters ${result.parameterError.toExponential(1)}  zeros ${result.zeros} of ${result.zerosExpected}`
    : `failed: ${error ?? ''}`;
  const verdict = passed ? 'ok  ' : 'FAIL';
  console.log(`${verdict} ${oracle.name.padEnd(28)} ${backend.padEnd(8)} ${figures}`);
  return passed;
}

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
if (files.length === 0) throw new Error(`There is no oracle case (*.json) in ${folder}.`);
const worker = await openWorkerPage('tests/oracles/oracle.worker.ts');
let passed = 0;
let failed = 0;
try {
  for (const name of files) {
    const oracle = JSON.parse(readFileSync(join(folder, name), 'utf8')) as OracleCase;
    for (const line of (await worker.call(oracle)) as OracleAnswer) {
      if (report(oracle, line)) passed += 1;
      else failed += 1;
    }
  }
} finally {
  await worker.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
