/** A record as the page reads runs: the same figures, bit for bit; without pictures and wrongly labelled examples. */
import { readNumber } from '../base/written-number.ts';
import type { WrittenNumber } from '../base/written-number.ts';
import { FIGURES } from '../figures/figures.ts';
import type { LaneFrame } from '../protocol/messages.ts';
import type { RecordedLane, RunRecord } from './run-record.ts';
import { RunHistory } from './run-history.ts';

export function historyOf({
  validationRows,
  sealedTestRows,
  figures,
  lanes,
}: Pick<RunRecord, 'validationRows' | 'sealedTestRows' | 'figures' | 'lanes'>): RunHistory {
  const history = new RunHistory({
    ...{ validationRows, sealedTestRows, samples: [] },
    lanes: lanes.map(({ facts }) => ({ ...facts, mislabelled: [] })),
  });
  const [first] = lanes;
  history.append({
    lanes: lanes.map((lane, index) => frameOf(lane, index, figures)),
    epoch: Math.max(0, ...lanes.map(({ rows }) => rows.length - 1)),
    ...{ stepInEpoch: 0, stepsPerEpoch: first?.facts.stepsPerEpoch ?? 1, stepsPerSecond: NaN },
  });
  return history;
}

function frameOf(
  { rows, end, restoredEpoch, allTrainingRows }: RecordedLane,
  lane: number,
  figures: RunRecord['figures'],
): LaneFrame {
  // A figure that the record does not have is NaN, as one that does not exist.
  const columns = FIGURES.map((name) => figures.indexOf(name));
  const flat = rows.flatMap((row) => columns.map((column) => valueOf(row[column])));
  return {
    ...{ lane, rows: Float64Array.from(flat), current: null, end, restoredEpoch },
    mislabelledAnswers: new Int32Array(0),
    allTrainingRows: allTrainingRows && {
      loss: valueOf(allTrainingRows.loss),
      accuracy: valueOf(allTrainingRows.accuracy),
    },
    pictures: [],
  };
}

function valueOf(written: WrittenNumber | undefined): number {
  return readNumber(written) ?? NaN;
}
