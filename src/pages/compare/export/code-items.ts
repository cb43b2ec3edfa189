/** The comparison as code: its makers come after the page, when one is asked for. */
import { isOwnTableId } from '../../../datasets/own/table/own-table.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { lateModule } from '../../../ui/late-module.ts';
import { saveFile } from '../../../ui/save-file.ts';
import type { ExportItem } from './export-item.ts';

const files = lateModule(() => import('./code-files.ts'));

type Files = Awaited<ReturnType<typeof files.read>>;

function codeItem(
  label: string,
  detail: string,
  make: (all: Files, experiment: Experiment, siteAddress: string) => Parameters<typeof saveFile>,
): ExportItem {
  return {
    label,
    detail,
    refusal: (state) =>
      isOwnTableId(shownExperiment(state).data.dataset)
        ? 'Code for an own table cannot be written yet.'
        : null,
    save: async (state) => {
      files.fetchAnew();
      const siteAddress = new URL('.', location.href).href;
      saveFile(...make(await files.read(), shownExperiment(state), siteAddress));
    },
  };
}

export const CODE_ITEMS: readonly ExportItem[] = [
  codeItem(
    'PyTorch script',
    'All arms, on the same rows, first weights, batches and masks.',
    ({ scriptFile }, ...of) => scriptFile('pytorch', ...of),
  ),
  codeItem(
    'Keras script',
    'All arms, on the same rows, first weights and batches; Keras draws the masks.',
    ({ scriptFile }, ...of) => scriptFile('keras', ...of),
  ),
  codeItem(
    'Jupyter notebook',
    'In cells, with curves; trains with PyTorch.',
    ({ notebookFile }, ...of) => notebookFile(...of),
  ),
];
