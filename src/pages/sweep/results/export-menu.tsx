/**
 * The sweep as files: a row a training for spreadsheets, all of it for another program, or code that trains it
 * elsewhere.
 */
import { APP_VERSION } from '../../../base/app-version.ts';
import type { CodeKind } from '../../../exports/code/code-file.ts';
import { fileName } from '../../../exports/file-name.ts';
import { sweepCsv } from '../../../exports/sweep-csv.ts';
import { sweepJson } from '../../../exports/sweep-json.ts';
import { codeRefusal } from '../../shared/code-refusal.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { ShownCell, SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { OPEN_FILE_DETAIL, useOpenFile } from '../../shared/use-open-file.ts';
import { lateModule } from '../../../ui/late-module.ts';
import { saveFile } from '../../../ui/save-file.ts';

const makers = lateModule(() => import('./code-files.ts'));

const CODE: readonly {
  readonly kind: CodeKind;
  readonly label: string;
  readonly detail: string;
}[] = [
  {
    kind: 'pytorch',
    label: 'PyTorch script',
    detail: 'Trains the same grid on one machine, or on a cluster by Dask.',
  },
  {
    kind: 'keras',
    label: 'Keras script',
    detail: 'Trains the same grid on one machine; Keras draws the masks.',
  },
  {
    kind: 'notebook',
    label: 'Jupyter notebook',
    detail: 'In cells, with the grid as a picture; with PyTorch.',
  },
];

export function ExportMenu({ outcome }: { readonly outcome: SweepOutcome }) {
  const done = useSweep((state) => state.done);
  const form = useSweep((state) => state.form);
  const { sweep, cells } = outcome;
  const ask = useSweep((state) => state.ask);
  const status = useSweep((state) => state.status);
  const backend = usePlayground((state) => state.backendChoice);
  const openFile = useOpenFile();
  const sizeOf = ({ base }: ShownCell) => base.data.trainingExamples;
  const widest = cells
    .filter(({ refused }) => refused === null)
    .reduce<ShownCell | null>(
      (found, cell) => (found && sizeOf(found) >= sizeOf(cell) ? found : cell),
      null,
    );
  const nameOf = (extension: string) =>
    fileName({ page: 'sweep', dataset: sweep.base.data.dataset }, null, extension);
  const saveJson = async () => {
    if (!widest) return;
    const rows = await ask({ kind: 'rows', place: widest.id });
    const text = sweepJson(form, sweep, cells, rows?.results ?? [], {
      ...{ at: new Date().toISOString(), app: APP_VERSION, backend },
    });
    saveFile(nameOf('json'), 'application/json', text);
  };
  const saveCode = async (kind: CodeKind) => {
    makers.fetchAnew();
    const { codeFile } = await makers.read();
    saveFile(...codeFile(kind, sweep, new URL('.', location.href).href));
  };
  const noCode = codeRefusal(sweep.base.data.dataset);
  const reason =
    done < 1
      ? 'There are no results yet.'
      : status === 'resting'
        ? null
        : 'Its rows are read when the sweep rests.';
  return (
    <PopoverButton
      className="not-printed not-presented"
      panelLabel="Export"
      position="bottom-end"
      panel={(close) => (
        <ActionList
          reason={reason}
          actions={[
            {
              label: 'Results as CSV',
              detail: 'One row a training: cell, fold, seed and every figure.',
              disabled: done < 1,
              act: () => {
                saveFile(nameOf('csv'), 'text/csv', sweepCsv(sweep, cells));
                close();
              },
            },
            ...CODE.map(({ kind, label, detail }) => ({
              label,
              detail: noCode ?? detail,
              disabled: noCode !== null,
              act: () => {
                void saveCode(kind);
                close();
              },
            })),
            {
              label: 'Plan and results as JSON',
              detail:
                'Every fold’s rows too: all that another program needs, and Import… to bring it back.',
              disabled: reason !== null,
              act: () => {
                void saveJson();
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
