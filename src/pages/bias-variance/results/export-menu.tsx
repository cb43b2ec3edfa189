/** The networks and the parts of their error as files. */
import { APP_VERSION } from '../../../base/app-version.ts';
import { biasVarianceCsv } from '../../../exports/bias-variance-csv.ts';
import { biasVarianceJson } from '../../../exports/bias-variance-json.ts';
import { fileName } from '../../../exports/file-name.ts';
import type { BiasVarianceSummary } from '../../../plans/bias-variance.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { OPEN_FILE_DETAIL, useOpenFile } from '../../shared/use-open-file.ts';
import { saveFile } from '../../../ui/save-file.ts';

export function ExportMenu({ summary }: { readonly summary: BiasVarianceSummary }) {
  const form = useBiasVariance((state) => state.form);
  const setup = useBiasVariance((state) => state.prepared.setup);
  const backend = usePlayground((state) => state.backendChoice);
  const openFile = useOpenFile();
  const nameOf = (extension: string) =>
    fileName({ page: 'bias-variance', dataset: setup.base.data.dataset }, null, extension);
  const isEmpty = summary.trainings.done === 0;
  return (
    <PopoverButton
      className="not-printed not-presented"
      panelLabel="Export"
      position="bottom-end"
      panel={(close) => (
        <ActionList
          reason={isEmpty ? 'There are no results yet.' : null}
          actions={[
            {
              disabled: isEmpty,
              label: 'Results as CSV',
              detail: 'One row a network, with the parts of the error of its value.',
              act: () => {
                saveFile(nameOf('csv'), 'text/csv', biasVarianceCsv(setup, summary));
                close();
              },
            },
            {
              disabled: isEmpty,
              label: 'Plan and results as JSON',
              detail:
                'What every network answers at every place, and the truth there; Import… brings it back.',
              act: () => {
                const text = biasVarianceJson(form, setup, summary, {
                  ...{ at: new Date().toISOString(), app: APP_VERSION, backend },
                });
                saveFile(nameOf('json'), 'application/json', text);
                close();
              },
            },
            {
              label: 'Import…',
              detail: OPEN_FILE_DETAIL,
              act: () => {
                void openFile();
                close();
              },
            },
          ]}
        />
      )}
    >
      Export
    </PopoverButton>
  );
}
