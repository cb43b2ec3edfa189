/** The run on screen as files: all of it for this page or another program, or its curves for a spreadsheet. */
import type { RunRecord } from '../../../client/run-record.ts';
import { fileName } from '../../../exports/file-name.ts';
import { recordOnShow } from '../../../store/compare/record-on-show.ts';
import type { Playground } from '../../../store/playground.ts';
import { lateModule } from '../../../ui/late-module.ts';
import { saveFile } from '../../../ui/save-file.ts';
import type { ExportItem } from './export-item.ts';

const makers = lateModule(() => import('./run-files.ts'));

export const RUN_ITEMS: readonly ExportItem[] = [
  {
    label: 'Experiment and results (JSON)',
    detail: 'All settings and figures of this run; Import… brings the same page back.',
    refusal,
    save: async (state) => {
      const record = recordOf(state);
      const { runJson } = await made();
      saveFile(nameOf(record, null, 'json'), 'application/json', runJson(record));
    },
  },
  {
    label: 'Curves (CSV)',
    detail: 'One row for each network and epoch, with every figure.',
    refusal,
    save: async (state) => {
      const record = recordOf(state);
      const { curvesCsv } = await made();
      saveFile(nameOf(record, 'curves', 'csv'), 'text/csv', curvesCsv(record));
    },
  },
];

function refusal({ history }: Playground): string | null {
  return history ? null : 'There is no run yet: it comes once the data are loaded.';
}

/** As it stands when it is asked for: it may train on while code is fetched. */
function recordOf(state: Playground): RunRecord {
  const record = recordOnShow(state);
  if (!record) throw new Error('There is no run to write.');
  return record;
}

function made() {
  makers.fetchAnew();
  return makers.read();
}

function nameOf({ experiment }: RunRecord, part: string | null, extension: string): string {
  return fileName({ page: 'compare', dataset: experiment.data.dataset }, part, extension);
}
