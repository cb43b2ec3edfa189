/** Keras scripts of all presets: each must parse, and call Keras with arguments that Keras has. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { experimentScript } from '../../src/exports/code/experiment-script.ts';
import { PRESETS } from '../../src/presets/registry.ts';
import { KERAS_CALLS } from './keras-calls.ts';
import { run } from './run-script.ts';

/** As tests/exports/list_calls.py prints it. */
interface Call {
  readonly name: string;
  readonly positional: number;
  readonly keywords: readonly string[];
}

interface Check {
  readonly holds: boolean;
  readonly text: string;
}

export async function checkKerasScripts(python: string): Promise<Check[]> {
  const checks: Check[] = [];
  for (const { id, experiment } of PRESETS) {
    const { arms } = experiment;
    const request = { experiment, arms, framework: 'keras', siteAddress: 'public/' } as const;
    const problems = await problemsOf(python, experimentScript(request));
    const text = `Keras script of ${id}: ${problems.join('; ') || 'parses, with arguments that Keras has'}`;
    checks.push({ holds: problems.length === 0, text });
  }
  return checks;
}

async function problemsOf(python: string, code: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keras-script-'));
  try {
    const file = join(folder, 'script.py');
    writeFileSync(file, code);
    const output = await run(python, [resolve('tests/exports/list_calls.py'), file]);
    return (JSON.parse(output) as Call[]).flatMap(problemOf);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function problemOf({ name, positional, keywords }: Call): string[] {
  const known = KERAS_CALLS.find((one) => one.name === name);
  if (!known) return [`${name} is not in the table`];
  const unknown = keywords.filter((word) => !known.arguments.includes(word));
  if (positional > known.arguments.length) return [`${name} takes fewer arguments`];
  return unknown.map((word) => `${name} has no argument ${word}`);
}
