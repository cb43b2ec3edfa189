/**
 * `npm run test:oracles`: runs every oracle case (tests/oracles/README.md) of the folder ORACLE_DIR,
 * or tests/oracles, on every backend in a real Chromium, through the training step and kernels that the
 * page uses. One line per case and backend: name, backend, error of losses, error of parameters.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { OracleAnswer, OracleCase, OracleResult } from '../tests/oracles/oracle.ts';
import { checkOracleCase } from './oracles/check-oracle-case.ts';
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

/** Null, and a line that says why, where the file is no case. */
function readCase(name: string): OracleCase | null {
  try {
    return checkOracleCase(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch (error) {
    console.log(`FAIL ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function listFiles(): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith('.json')).sort();
}

async function runAll(cases: readonly (OracleCase | null)[]): Promise<boolean[]> {
  const worker = await openWorkerPage('tests/oracles/oracle.worker.ts');
  const passed: boolean[] = [];
  try {
    for (const oracle of cases)
      if (oracle === null) passed.push(false);
      else
        for (const line of (await worker.call(oracle)) as OracleAnswer)
          passed.push(report(oracle, line));
  } finally {
    await worker.close();
  }
  return passed;
}

const files = listFiles();
if (files.length === 0) console.log(`FAIL There is no oracle case (*.json) in ${folder}.`);
const passed = files.length === 0 ? [false] : await runAll(files.map(readCase));
const failures = passed.filter((one) => !one).length;
console.log(`${passed.length - failures} passed, ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;
