/** An experiment as a script for PyTorch or Keras. */
import { APP_VERSION } from '../../base/app-version.ts';
import type { Arm, Experiment } from '../../experiment/experiment.ts';
import { codeOf } from './code-of.ts';
import type { Framework } from './code-of.ts';
import { planOfComparison } from './code-plan.ts';
import { joinCode } from './data-code.ts';
import mainCode from './python/main.py?raw';

export const PROGRAM_NOTES: Readonly<Record<Framework, readonly string[]>> = {
  pytorch: [
    'Rows, wrong labels, first weights, order of the batches, dropout masks and input noise are drawn as',
    'the page draws them. Sums are rounded otherwise, which grows in training: figures agree closely',
    'at first, and later as those of another run of the same settings do.',
  ],
  keras: [
    'Rows, wrong labels, first weights and the order of the batches are drawn as the page draws them.',
    "Dropout masks and input noise are Keras' own: figures agree as those of another run of the same",
    'settings do. Written for Keras 3.',
  ],
};

const TITLES: Readonly<Record<Framework, string>> = { pytorch: 'PyTorch', keras: 'Keras' };

export interface CodeRequest {
  readonly experiment: Experiment;
  /** Of the experiment's: one arm, or all. */
  readonly arms: readonly Arm[];
  readonly framework: Framework;
  /** Where the site's public files lie, ending in "/". */
  readonly siteAddress: string;
}

export function experimentScript({
  experiment,
  arms,
  framework,
  siteAddress,
}: CodeRequest): string {
  const plan = planOfComparison(experiment, arms);
  const { imports, sections } = codeOf(plan, framework, siteAddress, ['import argparse']);
  const head = [
    `"""A comparison of Regularization Playground ${APP_VERSION}, for ${TITLES[framework]}.`,
    '',
    ...PROGRAM_NOTES[framework],
    '',
    'What was changed while a run of the page trained is not in it.',
    '"""',
  ].join('\n');
  const body = sections.map(({ title, code }) => `# ---- ${title} ----\n\n${code}`);
  return joinCode(`${head}\n\n${imports}`, ...body, mainCode);
}
