/** Scripts and notebooks of a comparison as files: name, type, text. */
import type { Experiment } from '../../../experiment/experiment.ts';
import type { Framework } from '../../../exports/code/experiment-code.ts';
import { experimentNotebook } from '../../../exports/code/experiment-notebook.ts';
import { experimentScript } from '../../../exports/code/experiment-script.ts';

type File = [name: string, type: string, text: string];

export function scriptFile(
  framework: Framework,
  experiment: Experiment,
  siteAddress: string,
): File {
  const { arms } = experiment;
  const text = experimentScript({ experiment, arms, framework, siteAddress });
  return [`comparison-${framework}.py`, 'text/x-python', text];
}

export function notebookFile(experiment: Experiment, siteAddress: string): File {
  const text = experimentNotebook({ experiment, arms: experiment.arms, siteAddress });
  return ['comparison.ipynb', 'application/x-ipynb+json', text];
}
