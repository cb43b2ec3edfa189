/** Experiments on tables as users bring them: the script reads the file itself, and must have the page's rows. */
import { readFileSync } from 'node:fs';
import { keepTable } from '../../src/datasets/own/kept-tables.ts';
import { buildTable, readTable } from '../../src/datasets/own/table/read-table.ts';
import type { TableChoices } from '../../src/datasets/own/table/table-choices.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { small } from './other-experiments.ts';
import type { SmallSettings } from './other-experiments.ts';

export interface BroughtFile {
  readonly fileName: string;
  /** From the repository's root. */
  readonly path: string;
  readonly choices: TableChoices;
}

interface OwnTableExperiment {
  readonly file: BroughtFile;
  readonly experiment: Experiment;
}

type TableSettings = Omit<SmallSettings, 'data'> & {
  readonly data?: Omit<Partial<SmallSettings['data']>, 'dataset'>;
};

/** Keeps the table in this process; workers are given its file. */
function onTable(
  fileName: string,
  choices: TableChoices = {},
  { data, ...others }: TableSettings = {},
): OwnTableExperiment {
  const path = `tests/csv/${fileName}`;
  const bytes = new Uint8Array(readFileSync(path));
  const table = buildTable(readTable(bytes, choices), bytes, fileName);
  keepTable(table);
  const sizes = { trainingExamples: 90, validationExamples: 60, wrongLabelShare: 0 };
  const experiment = small({ ...others, data: { ...sizes, ...data, dataset: table.id } });
  return { file: { fileName, path, choices }, experiment };
}

export const OWN_TABLE_EXPERIMENTS: Readonly<Record<string, OwnTableExperiment>> = {
  'Titanic, with missing ages and wrong labels': onTable(
    'titanic.csv',
    {},
    { data: { wrongLabelShare: 0.2 }, arms: [{}, { l2: { lambda: 0.01 } }] },
  ),
  'Titanic, one class against the rest': onTable('titanic.csv', {
    target: 0,
    oneAgainstRest: '2',
  }),
  'wine between semicolons, values, repeated rows in folds': onTable(
    'winequality-red.csv',
    { task: 'values' },
    { foldCount: 4, data: { trainingExamples: 400, validationExamples: 200 } },
  ),
  'students, values': onTable('student-mat.csv'),
};
