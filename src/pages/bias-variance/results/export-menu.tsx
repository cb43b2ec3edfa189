/** The networks and the parts of their error as files. */
import { biasVarianceCsv } from '../../../exports/bias-variance-csv.ts';
import { biasVarianceJson } from '../../../exports/bias-variance-json.ts';
import type { BiasVarianceSummary } from '../../../plans/bias-variance.ts';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { saveFile } from '../../../ui/save-file.ts';

export function ExportMenu({ summary }: { readonly summary: BiasVarianceSummary }) {
  const form = useBiasVariance((state) => state.form);
  const setup = useBiasVariance((state) => state.prepared.setup);
  const isEmpty = summary.trainings.done === 0;
  return (
    <PopoverButton
      className="not-printed not-presented"
      panelLabel="Export"
      disabled={isEmpty}
      title={isEmpty ? 'There is nothing to export yet.' : undefined}
      position="bottom-end"
      panel={(close) => (
        <ActionList
          actions={[
            {
              label: 'Results as CSV',
              detail: 'One row a network, with the parts of the error of its value.',
              act: () => {
                saveFile('bias-variance.csv', 'text/csv', biasVarianceCsv(setup, summary));
                close();
              },
            },
            {
              label: 'Plan and results as JSON',
              detail: 'What every network answers at every place, and the truth there.',
              act: () => {
                const text = biasVarianceJson(form, setup, summary);
                saveFile('bias-variance.json', 'application/json', text);
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
