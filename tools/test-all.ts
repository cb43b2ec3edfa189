/**
 * `npm test`: the checks of the sources, side by side, then the tests, each project with the machine for
 * itself: on two cores, browsers that train beside pages under test take longer together than one after the
 * other. None is skipped because an earlier one failed. A check counts as one test; Vitest and the oracles
 * report their own counts. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import packageJson from '../package.json';
import { findBrowser } from './find-browser.ts';
import { missingEngines } from './find-engines.ts';
import { serveBuiltSite } from './serve-built-site.ts';

interface Counts {
  passed: number;
  failed: number;
  /** What failed, by name, where the step says it: the end of a long output is what people see. */
  failures?: string[];
}
interface Outcome {
  exitCode: number;
  output: string;
}
/** Runs one npm script and counts; undefined if it ended without saying how many. */
type Step = (script: string) => Promise<{ exitCode: number; counts: Counts | undefined }>;

const steps: [script: string, step: Step][] = [
  ['check:types', asOneTest],
  // `check:lint` in two halves: no other check takes as long, and there are two cores.
  ['check:lint-page', asOneTest],
  ['check:lint-rest', asOneTest],
  ['check:format', asOneTest],
  ['check:floors', asOneTest],
  ['check:dead-code', asOneTest],
  ['test:unit', withVitestReport],
  ['test:oracles', withClosingLine],
  ['test:e2e', withVitestReport],
  ['test:browser', withVitestReport],
  ['test:engines', withVitestReport],
];
async function main() {
  const present = steps.filter(([script]) => script in packageJson.scripts);
  const checks = present.filter(([, step]) => step === asOneTest);
  const results = await Promise.all(checks.map(run));
  installBrowser();
  const missing = missingEngines();
  const site = await shareSite();
  for (const one of present.filter(([, step]) => step !== asOneTest)) results.push(await run(one));
  await site?.close();
  const total: Counts = { passed: 0, failed: 0 };
  for (const { counts } of results) {
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  const lines = results.map(
    ({ script, counts, seconds }) =>
      `${script.padEnd(18)}${describe(counts).padEnd(26)}${seconds.toFixed(0).padStart(4)} s`,
  );
  const notRun = missing.map((engine) => `not run: ${engine}\n`).join('');
  const failed = results.flatMap(({ script, counts: { failed, failures } }) =>
    failed === 0 ? [] : (failures ?? [script]).map((name) => `failed: ${name}\n`),
  );
  console.log(`\n${lines.join('\n')}\n\n${notRun}${failed.join('')}${describe(total)}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** Installs a browser if it can; if not, each project that needs it says so. */
function installBrowser() {
  try {
    findBrowser();
  } catch {
    console.log('There is no browser, and none can be installed.');
  }
}

/** Builds the site once for all that walk through it. If it does not build, each of them fails and says why. */
async function shareSite() {
  if (process.env['SITE_URL'] !== undefined) return undefined;
  try {
    const site = await serveBuiltSite();
    process.env['SITE_URL'] = site.url;
    return site;
  } catch (error) {
    console.log(String(error));
    return undefined;
  }
}

async function run([script, step]: (typeof steps)[number]) {
  console.log(`\n=== npm run ${script}`);
  const startMs = Date.now();
  const counts = settle(await step(script));
  return { script, counts, seconds: (Date.now() - startMs) / 1000 };
}

const describe = ({ passed, failed }: Counts) => `${passed} passed, ${failed} failed`;

/** A step that died, or failed for a reason outside its tests, counts as one failure. */
function settle({ exitCode, counts }: Awaited<ReturnType<Step>>): Counts {
  if (counts === undefined) return { passed: 0, failed: 1 };
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function asOneTest(script: string) {
  const { exitCode } = await npmRun(script);
  return { exitCode, counts: exitCode === 0 ? { passed: 1, failed: 0 } : undefined };
}

async function withVitestReport(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-report-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { exitCode } = await npmRun(script, reporters);
  const counts = readVitestReport(file);
  rmSync(folder, { recursive: true });
  return { exitCode, counts };
}

function readVitestReport(file: string): Counts | undefined {
  interface Report {
    numPassedTests: number;
    numFailedTests: number;
    testResults: {
      name: string;
      status: string;
      assertionResults: { status: string; fullName: string }[];
    }[];
  }
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    // A file that could not be loaded, or whose hook failed, has failed although no test in it has.
    const brokenFiles = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    );
    const failures = report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => `${relative(process.cwd(), name)}: ${fullName}`),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      failures: [
        ...failures,
        ...brokenFiles.map(({ name }) => `${relative(process.cwd(), name)}: could not be run`),
      ],
    };
  } catch {
    return undefined;
  }
}

async function withClosingLine(script: string) {
  const { exitCode, output } = await npmRun(script);
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed\s*$/gm)].at(-1);
  const counts = last && { passed: Number(last[1]), failed: Number(last[2]) };
  return { exitCode, counts };
}

/** Runs a script of package.json, shows what it prints as it comes, and keeps it. */
function npmRun(script: string, args: string[] = []): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32', // npm is a .cmd there
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('error', (error) => resolve({ exitCode: 1, output: `${output}\n${String(error)}` }));
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });
}

await main();
