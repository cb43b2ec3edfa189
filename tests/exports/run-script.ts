/** Runs an exported script and reads the lines that it prints for programs. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A line of a script, as src/exports/code/python/lanes.py writes it. */
export interface ScriptResult {
  readonly name: string;
  readonly replicate: number;
  readonly fold: number;
  readonly validation_loss: number;
  /** Null in regression. */
  readonly validation_accuracy: number | null;
  readonly training_loss: number;
  readonly training_accuracy: number | null;
  readonly best_validation_accuracy: number | null;
  readonly test_loss?: number;
  readonly test_accuracy?: number | null;
  readonly wrong_labels: number;
  readonly wrong_labels_believed: number;
  readonly weights: number;
  readonly zero_weights: number;
  readonly epochs: number;
  readonly end: string;
}

const LONGEST_MS = 15 * 60_000;

export async function runScript(
  python: string,
  code: string,
  words: readonly string[],
): Promise<ScriptResult[]> {
  return linesAfter<ScriptResult>('RESULT ', await outputOf(python, code, words));
}

/** All that it prints. */
export async function outputOf(
  python: string,
  code: string,
  words: readonly string[],
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'exported-script-'));
  try {
    const file = join(folder, 'script.py');
    writeFileSync(file, code);
    return await run(python, [file, ...words]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function run(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    // Pictures of notebooks are drawn and not shown.
    const env = { ...process.env, MPLBACKEND: 'Agg' };
    const options = { timeout: LONGEST_MS, maxBuffer: 64_000_000, env };
    execFile(program, words, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
}

/** What programs are told on lines that begin with a mark. */
export function linesAfter<Told>(mark: string, output: string): Told[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith(mark))
    .map((line) => JSON.parse(line.slice(mark.length)) as Told);
}
