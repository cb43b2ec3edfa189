/** Scripts and notebooks as files. Fetched when one is asked for. */
import type { ArmId, Experiment } from '../../../experiment/experiment.ts';
import { codeFileOf } from '../../../exports/code/code-file.ts';
import type { CodeFile, CodeKind } from '../../../exports/code/code-file.ts';
import { experimentNotebook } from '../../../exports/code/experiment-notebook.ts';
import { experimentScript } from '../../../exports/code/experiment-script.ts';

/** `armId`: of the experiment's, one arm alone; null: all. `siteAddress`: where the site's public files lie. */
export function codeFile(
  kind: CodeKind,
  experiment: Experiment,
  armId: ArmId | null,
  siteAddress: string,
): CodeFile {
  const arms = experiment.arms.filter(({ id }) => armId === null || id === armId);
  const request = { experiment, arms, siteAddress };
  const text =
    kind === 'notebook'
      ? experimentNotebook(request)
      : experimentScript({ ...request, framework: kind });
  return codeFileOf({ page: 'compare', dataset: experiment.data.dataset, armId }, kind, text);
}
