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
  const folder = mkdtempSync(join(tmpdir(), 'exported-script-'));
  try {
    const file = join(folder, 'script.py');
    writeFileSync(file, code);
    return resultsIn(await run(python, [file, ...words]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function run(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: LONGEST_MS, maxBuffer: 64_000_000 };
    execFile(program, words, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
}

function resultsIn(output: string): ScriptResult[] {
  const MARK = 'RESULT ';
  return output
    .split('\n')
    .filter((line) => line.startsWith(MARK))
    .map((line) => JSON.parse(line.slice(MARK.length)) as ScriptResult);
}
