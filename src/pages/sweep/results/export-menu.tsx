/** The sweep as files: a row a training for spreadsheets, or all of it for another program. */
import { sweepCsv } from '../../../exports/sweep-csv.ts';
import { sweepJson } from '../../../exports/sweep-json.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { saveFile } from '../../../ui/save-file.ts';

export function ExportMenu({ outcome }: { readonly outcome: SweepOutcome }) {
  const done = useSweep((state) => state.done);
  const form = useSweep((state) => state.form);
  const { sweep, cells } = outcome;
  return (
    <PopoverButton
      className="not-printed"
      panelLabel="Export"
      disabled={done < 1}
      title={done < 1 ? 'There is nothing to export yet.' : undefined}
      position="bottom-end"
      panel={(close) => (
        <ActionList
          actions={[
            {
              label: 'Results as CSV',
              detail: 'One row a training: cell, fold, seed and every figure.',
              act: () => {
                saveFile('sweep.csv', 'text/csv', sweepCsv(sweep, cells));
                close();
              },
            },
            {
              label: 'Plan and results as JSON',
              detail: 'Everything that another program needs to do it again.',
              act: () => {
                saveFile('sweep.json', 'application/json', sweepJson(form, sweep, cells));
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
