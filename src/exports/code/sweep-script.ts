/** A sweep as a script: on the cores of one machine; with PyTorch on a cluster too, by Dask. */
import { APP_VERSION } from '../../base/app-version.ts';
import type { Sweep } from '../../plans/sweep.ts';
import { planOfSweep } from './code-plan.ts';
import { codeOf } from './code-of.ts';
import type { Framework } from './code-of.ts';
import { joinCode } from './data-code.ts';
import { judgingSection } from './judging-section.ts';
import { PROGRAM_NOTES, PROGRAM_TITLES, scriptOf } from './program.ts';
import clusterCode from './python/cluster.py?raw';
import sweepMain from './python/sweep_main.py?raw';
import thisMachine from './python/this_machine.py?raw';

interface Machines {
  readonly notes: readonly string[];
  readonly code: readonly string[];
}

const MACHINES: Readonly<Record<Framework, Machines>> = {
  pytorch: {
    notes: [
      'Trains on the cores of this machine; with --scheduler ADDRESS on a cluster, by Dask:',
      'https://docs.dask.org/en/stable/deploying.html',
    ],
    code: ['WORKERS = os.cpu_count()', thisMachine, clusterCode],
  },
  keras: {
    notes: [
      'Trains on this machine, one network after the other; --workers N: in so many processes. Each of them',
      'takes the memory of a Keras of its own, and with TensorFlow all of a graphics card.',
    ],
    code: ['WORKERS = 1', thisMachine],
  },
};

export function sweepScript(sweep: Sweep, framework: Framework, siteAddress: string): string {
  const { notes, code } = MACHINES[framework];
  const { imports, sections } = codeOf(planOfSweep(sweep), framework, siteAddress, [
    ...['import argparse', 'import concurrent.futures', 'import multiprocessing'],
    ...(framework === 'pytorch' ? ['import os'] : []),
  ]);
  const title = `A sweep of Regularization Playground ${APP_VERSION}, for ${PROGRAM_TITLES[framework]}.`;
  return scriptOf({
    head: [title, '', ...notes, '', ...PROGRAM_NOTES[framework]],
    imports,
    sections: [
      ...sections,
      judgingSection(sweep),
      { title: 'Where it trains', code: joinCode(...code) },
    ],
    main: sweepMain,
  });
}
