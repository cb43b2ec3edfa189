/** A sweep of two by two: its script here and on a local Dask cluster, its notebook, and the page's own results. */
import { planOfSweep } from '../../src/exports/code/code-plan.ts';
import { sweepNotebook } from '../../src/exports/code/sweep-notebook.ts';
import { sweepScript } from '../../src/exports/code/sweep-script.ts';
import type { Sweep } from '../../src/plans/sweep.ts';
import { l2ByDropoutSweep } from '../../src/presets/sweep/l2-by-dropout.ts';
import type { Training } from '../effects/train-effects.ts';
import { withLocalCluster } from './local-cluster.ts';
import { codeIn } from './check-code.ts';
import { linesAfter, outputOf, runScript } from './run-script.ts';
import type { ScriptResult } from './run-script.ts';

const SWEEP: Sweep = {
  ...l2ByDropoutSweep.sweep,
  axes: l2ByDropoutSweep.sweep.axes.map((axis) => ({ ...axis, values: axis.values.slice(0, 2) })),
  judging: { ...l2ByDropoutSweep.sweep.judging, foldCount: 2, seeds: 1 },
};

/** In points of validation accuracy, of one network: of 125 rows one is 0.8. */
const CELL_MARGIN = 4;

export interface SweepFinding {
  readonly holds: boolean;
  readonly text: string;
}

export async function holdSweep(python: string, trainer: Training): Promise<SweepFinding[]> {
  const code = sweepScript(SWEEP, 'pytorch', 'public/');
  const output = await outputOf(python, code, ['--workers', '2']);
  const here = byLane(linesAfter<ScriptResult>('RESULT ', output));
  const away = byLane(
    await withLocalCluster(python, (address) => runScript(python, code, ['--scheduler', address])),
  );
  const same = JSON.stringify(here) === JSON.stringify(away);
  const cluster = {
    holds: here.length === 8 && same,
    text: `eight trainings on two Dask workers: ${same ? 'every figure as on this machine alone' : 'other figures than on this machine alone'}`,
  };
  const noted = await outputOf(python, codeIn(sweepNotebook(SWEEP, 'public/')), []);
  const isAlike = noted.includes('CELLS ') && cellsIn(noted) === cellsIn(output);
  const notebook = {
    holds: isAlike,
    text: `the notebook: ${isAlike ? 'every cell as by the script' : 'other cells than by the script'}`,
  };
  const { cells } = await trainer.trainSweep(SWEEP, SWEEP.seed);
  const page = cells.flatMap(({ results }, cell) =>
    results.map((result, fold) => ({ cell, fold, value: result?.row.validationAccuracy ?? NaN })),
  );
  const names = [...new Set(here.map(({ name }) => name))];
  const compared = page.map(({ cell, fold, value }): SweepFinding => {
    const ours = here.filter((one) => one.fold === fold)[cell]?.validation_accuracy ?? NaN;
    const [script, own] = [100 * ours, 100 * value];
    const text = `${names[cell] ?? ''}, fold ${fold + 1}: validation ${script.toFixed(1)}, on the page ${own.toFixed(1)} (± ${CELL_MARGIN})`;
    return { holds: Math.abs(script - own) <= CELL_MARGIN, text };
  });
  return [cluster, notebook, ...compared];
}

/** As src/exports/code/python/judging.py prints them. */
function cellsIn(output: string): string {
  return JSON.stringify(linesAfter('CELLS ', output));
}

/** In the order of cells, in which results do not arrive. */
function byLane(results: readonly ScriptResult[]): ScriptResult[] {
  const names = planOfSweep(SWEEP).arms.map(({ name }) => name);
  const place = ({ fold, name }: ScriptResult) => fold * names.length + names.indexOf(name);
  return [...results].sort((a, b) => place(a) - place(b));
}
