/** A sweep as a PyTorch script: on the cores of one machine, or on a cluster by Dask. */
import { APP_VERSION } from '../../base/app-version.ts';
import type { Sweep } from '../../plans/sweep.ts';
import { planOfSweep } from './code-plan.ts';
import { codeOf } from './code-of.ts';
import { joinCode } from './data-code.ts';
import { PROGRAM_NOTES } from './experiment-script.ts';
import judgingCode from './python/judging.py?raw';
import sweepMain from './python/sweep_main.py?raw';
import { pythonLiteral } from './python-literal.ts';

const FIGURES = {
  accuracy: 'validation_accuracy',
  loss: 'validation_loss',
  rSquared: 'r_squared',
} as const;

export function sweepScript(sweep: Sweep, siteAddress: string): string {
  const { judging } = sweep;
  const { imports, sections } = codeOf(planOfSweep(sweep), 'pytorch', siteAddress, [
    ...['import argparse', 'import concurrent.futures', 'import multiprocessing', 'import os'],
  ]);
  const head = [
    `"""A sweep of Regularization Playground ${APP_VERSION}, for PyTorch.`,
    '',
    'Trains on the cores of this machine; with --scheduler ADDRESS on a cluster, by Dask:',
    'https://docs.dask.org/en/stable/deploying.html',
    '',
    ...PROGRAM_NOTES.pytorch,
    '"""',
  ].join('\n');
  const judged = `METRIC = ${pythonLiteral(FIGURES[judging.metric])}\nJUDGED_AT = ${pythonLiteral(judging.at)}`;
  const body = [
    ...sections,
    { title: 'How cells are judged', code: `${judged}\n\n\n${judgingCode}` },
  ].map(({ title, code }) => `# ---- ${title} ----\n\n${code}`);
  return joinCode(`${head}\n\n${imports}`, ...body, sweepMain);
}
