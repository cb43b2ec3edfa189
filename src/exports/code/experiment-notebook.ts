/** An experiment as a Jupyter notebook that trains with PyTorch and draws the curves. */
import { APP_VERSION } from '../../base/app-version.ts';
import { codeOf } from './code-of.ts';
import { planOfComparison } from './code-plan.ts';
import type { CodeRequest } from './experiment-script.ts';
import { notebookOf, PROGRAM_NOTES } from './program.ts';
import curvesCode from './python/curves.py?raw';

type NotebookRequest = Omit<CodeRequest, 'framework'>;

export function experimentNotebook({ experiment, arms, siteAddress }: NotebookRequest): string {
  const framework = 'pytorch';
  const plan = planOfComparison(experiment, arms);
  return notebookOf({
    introduction: [
      '# A comparison of networks',
      '',
      `Made by Regularization Playground ${APP_VERSION}.`,
      ...PROGRAM_NOTES[framework],
      '',
      'What was changed while a run of the page trained is not in it.',
    ],
    ...codeOf(plan, framework, siteAddress, ['import matplotlib.pyplot as plt']),
    results: [
      'results = [run_lane(lane) for lane in lanes_of(ARMS)]\nfor result in results:\n    report(result)',
      curvesCode,
    ],
  });
}
