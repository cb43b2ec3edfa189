/**
 * Keras scripts of all presets, of Compare and of Sweep: each must parse, and call Keras with arguments that Keras
 * has. Notebooks must parse.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { experimentNotebook } from '../../src/exports/code/experiment-notebook.ts';
import { experimentScript } from '../../src/exports/code/experiment-script.ts';
import { sweepNotebook } from '../../src/exports/code/sweep-notebook.ts';
import { sweepScript } from '../../src/exports/code/sweep-script.ts';
import { PRESETS } from '../../src/presets/registry.ts';
import { SWEEP_PRESETS } from '../../src/presets/sweep/registry.ts';
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

export async function checkCode(python: string): Promise<Check[]> {
  const checks: Check[] = [];
  const check = async (text: string, code: string) => {
    const problems = await problemsOf(python, code);
    const sound = usesKeras(code) ? 'parses, with arguments that Keras has' : 'parses';
    const found = problems.join('; ') || sound;
    checks.push({ holds: problems.length === 0, text: `${text}: ${found}` });
  };
  const siteAddress = 'public/';
  for (const { id, experiment } of PRESETS) {
    const request = { experiment, arms: experiment.arms, siteAddress };
    await check(`Keras script of ${id}`, experimentScript({ ...request, framework: 'keras' }));
    await check(`notebook of ${id}`, codeIn(experimentNotebook(request)));
  }
  for (const { id, sweep } of SWEEP_PRESETS) {
    await check(`Keras script of ${id}`, sweepScript(sweep, 'keras', siteAddress));
    await check(`notebook of ${id}`, codeIn(sweepNotebook(sweep, siteAddress)));
  }
  return checks;
}

function usesKeras(code: string): boolean {
  return code.includes('\nimport keras\n');
}

/** All cells of a notebook, one after the other. */
export function codeIn(notebook: string): string {
  const { cells } = JSON.parse(notebook) as {
    readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
  };
  const code = cells.filter(({ cell_type }) => cell_type === 'code');
  return code.map(({ source }) => `${source.join('')}\n`).join('\n');
}

async function problemsOf(python: string, code: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keras-script-'));
  try {
    const file = join(folder, 'script.py');
    writeFileSync(file, code);
    const output = await run(python, [resolve('tests/exports/list_calls.py'), file]);
    return usesKeras(code) ? (JSON.parse(output) as Call[]).flatMap(problemOf) : [];
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
