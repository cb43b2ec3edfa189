/** The run on screen as files. Fetched when one is asked for. */
import { readNumber } from '../../../base/written-number.ts';
import type { WrittenNumber } from '../../../base/written-number.ts';
import { RUN_FORMAT } from '../../../client/run-record.ts';
import type { RunRecord } from '../../../client/run-record.ts';
import { armName } from '../../../experiment/arm-name.ts';
import { csvText } from '../../../exports/csv-text.ts';
import type { CsvValue } from '../../../exports/csv-text.ts';
import type { FigureName } from '../../../figures/figures.ts';

const NOTES = [
  '"lanes" are the trained networks: arm, repeat and fold of each in "facts", counted from 0. "rows" has one row an epoch, epoch 0 (untrained) included; what its numbers are is said in "figures", in order.',
  'A figure that does not exist is null; "Infinity", "-Infinity" and "-0" are words, since JSON has no such numbers.',
  'Trained again on the same backend and version, it gives the same figures, bit for bit; elsewhere the last digits may differ ("made").',
];

/** All of the experiment and its results; the page reads it again (client/read-run-record.ts). */
export function runJson(record: RunRecord): string {
  return JSON.stringify({ format: RUN_FORMAT, notes: NOTES, ...record });
}

/** Names of the columns, in plain words. */
const COLUMNS: Readonly<Record<FigureName, string>> = {
  epoch: 'epoch',
  step: 'steps taken',
  validationLoss: 'validation loss',
  validationAccuracy: 'validation accuracy',
  lostSinceBest: 'lost since best',
  trainingLoss: 'training loss',
  trainingAccuracy: 'training accuracy',
  trueLabelAccuracy: 'accuracy on true labels',
  wrongLabelsBelieved: 'wrong labels believed',
  wrongLabelsSeenThrough: 'wrong labels seen through',
  penalty: 'penalty',
  weightNorm: 'weight norm',
  weightSum: 'weight sum',
  zeroWeights: 'zero weights',
  trainingMs: 'training milliseconds',
};

/** One row a network and epoch; repeats and folds count from 1, as on the page. */
export function curvesCsv({ experiment, figures, lanes }: RunRecord): string {
  const names = new Map(experiment.arms.map((arm) => [arm.id, armName(arm)]));
  const header = ['arm', 'arm id', 'repeat', 'fold', ...figures.map((name) => COLUMNS[name])];
  const rows = lanes.flatMap(({ facts: { armId, replicate, fold }, rows: epochs }) =>
    epochs.map((row): CsvValue[] => [
      ...[names.get(armId) ?? armId, armId, replicate + 1, fold + 1],
      ...row.map(numberOf),
    ]),
  );
  return csvText([header, ...rows]);
}

function numberOf(written: WrittenNumber): number {
  return readNumber(written) ?? NaN;
}
