/** Scripts and notebooks as files: name, type, text. Fetched when one is asked for. */
import type { ArmId, Experiment } from '../../../experiment/experiment.ts';
import { experimentNotebook } from '../../../exports/code/experiment-notebook.ts';
import { experimentScript } from '../../../exports/code/experiment-script.ts';

export type CodeKind = 'pytorch' | 'keras' | 'notebook';

/** `armId`: of the experiment's, one arm alone; null: all. `siteAddress`: where the site's public files lie. */
export function codeFile(
  kind: CodeKind,
  experiment: Experiment,
  armId: ArmId | null,
  siteAddress: string,
): [name: string, type: string, text: string] {
  const arms = experiment.arms.filter(({ id }) => armId === null || id === armId);
  const name = armId === null ? 'comparison' : `arm-${armId}`;
  const request = { experiment, arms, siteAddress };
  if (kind === 'notebook')
    return [`${name}.ipynb`, 'application/x-ipynb+json', experimentNotebook(request)];
  const text = experimentScript({ ...request, framework: kind });
  return [`${name}-${kind}.py`, 'text/x-python', text];
}
