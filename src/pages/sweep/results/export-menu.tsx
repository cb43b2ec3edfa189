/** The sweep as files: a row a training for spreadsheets, or all of it for another program. */
import { sweepCsv } from '../../../exports/sweep-csv.ts';
import { sweepJson } from '../../../exports/sweep-json.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { ShownCell, SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { saveFile } from '../../../ui/save-file.ts';

export function ExportMenu({ outcome }: { readonly outcome: SweepOutcome }) {
  const done = useSweep((state) => state.done);
  const form = useSweep((state) => state.form);
  const { sweep, cells } = outcome;
  const ask = useSweep((state) => state.ask);
  const status = useSweep((state) => state.status);
  const sizeOf = ({ base }: ShownCell) => base.data.trainingExamples;
  const widest = cells
    .filter(({ refused }) => refused === null)
    .reduce<ShownCell | null>(
      (found, cell) => (found && sizeOf(found) >= sizeOf(cell) ? found : cell),
      null,
    );
  const saveJson = async () => {
    if (!widest) return;
    const rows = await ask({ kind: 'rows', place: widest.id });
    const text = sweepJson(form, sweep, cells, rows?.results ?? []);
    saveFile('sweep.json', 'application/json', text);
  };
  return (
    <PopoverButton
      className="not-printed not-presented"
      panelLabel="Export"
      disabled={done < 1}
      title={done < 1 ? 'There is nothing to export yet.' : undefined}
      position="bottom-end"
      panel={(close) => (
        <ActionList
          reason={status === 'resting' ? null : 'Its rows are read when the sweep rests.'}
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
              detail: 'Every fold’s rows too: all that another program needs to do it again.',
              disabled: status !== 'resting',
              act: () => {
                void saveJson();
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
