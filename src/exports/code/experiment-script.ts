/** An experiment as a script for PyTorch or Keras. */
import { APP_VERSION } from '../../base/app-version.ts';
import type { Arm, Experiment } from '../../experiment/experiment.ts';
import { codeOf } from './code-of.ts';
import type { Framework } from './code-of.ts';
import { planOfComparison } from './code-plan.ts';
import { PROGRAM_NOTES, PROGRAM_TITLES, scriptOf } from './program.ts';
import mainCode from './python/main.py?raw';

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
  const title = `A comparison of Regularization Playground ${APP_VERSION}, for ${PROGRAM_TITLES[framework]}.`;
  return scriptOf({
    head: [
      title,
      '',
      ...PROGRAM_NOTES[framework],
      '',
      'What was changed while a run of the page trained is not in it.',
    ],
    ...codeOf(plan, framework, siteAddress, ['import argparse']),
    main: mainCode,
  });
}
