/** The result of a training of a batch, as exported JSON has it (exports/without-arrays.ts), from anywhere. */
import { readNumber } from '../base/written-number.ts';
import { FIGURES } from '../figures/figures.ts';
import type { FigureRow } from '../figures/figures.ts';
import type { LaneOutcome, LaneResult } from '../figures/lane-result.ts';
import { RecordError, countAt, listAt, objectAt, shown } from './checked-value.ts';

const MOST_ROWS = 10_000;
const MOST_CLASSES = 1_000;

/** Without arrays: outputs, weights and rows are not in the file. */
export function laneResultIn(path: string, value: unknown): LaneResult {
  const result = objectAt(path, value, 'A training must be an object.');
  const count = (key: string) => countAt(`${path}.${key}`, result[key]);
  const figure = (key: string) => figureAt(`${path}.${key}`, result[key]);
  const row = (key: string) => rowIn(`${path}.${key}`, result[key]);
  const { best, test } = result;
  return {
    end: endIn(`${path}.end`, result['end']),
    ...{ row: row('row'), lastRow: row('lastRow'), best: best === null ? null : row('best') },
    curve: listAt(`${path}.curve`, result['curve'], MOST_ROWS).map((one, index) =>
      rowIn(`${path}.curve.${index}`, one),
    ),
    ...{ seconds: figure('seconds'), targetVariance: figure('targetVariance') },
    ...{ trainingRows: count('trainingRows'), validationRows: count('validationRows') },
    ...{ wrongLabels: count('wrongLabels'), parameterCount: count('parameterCount') },
    weightCount: count('weightCount'),
    keptClasses: listAt(`${path}.keptClasses`, result['keptClasses'], MOST_CLASSES).map(
      (one, index) => countAt(`${path}.keptClasses.${index}`, one),
    ),
    test: test === null ? null : testIn(`${path}.test`, test),
    ...{ moments: null, rowNumbers: null, rowParts: null, weights: null, network: null },
    ...{ validationOutputs: null, validationTargets: null, validationInputs: null },
  };
}

function endIn(path: string, value: unknown): LaneOutcome {
  const end = objectAt(path, value, 'How a training ended must be an object.');
  const { kind, restoredEpoch } = end;
  if (kind !== 'finished' && kind !== 'stoppedEarly' && kind !== 'diverged')
    throw new RecordError(
      `${path}.kind`,
      `A training ends as "finished", "stoppedEarly" or "diverged", not as ${shown(kind)}.`,
    );
  return {
    kind,
    epoch: countAt(`${path}.epoch`, end['epoch']),
    restoredEpoch: restoredEpoch === null ? null : countAt(`${path}.restoredEpoch`, restoredEpoch),
  };
}

/** A figure that the file does not have is NaN, as one that does not exist. */
function rowIn(path: string, value: unknown): FigureRow {
  const row = objectAt(path, value, 'Figures of an epoch must be an object.');
  const entries = FIGURES.map(
    (name) => [name, figureAt(`${path}.${name}`, row[name] ?? null)] as const,
  );
  return Object.fromEntries(entries) as FigureRow;
}

function testIn(path: string, value: unknown): LaneResult['test'] {
  const test = objectAt(path, value, 'Figures of the test set must be an object, or null.');
  return {
    loss: figureAt(`${path}.loss`, test['loss']),
    accuracy: figureAt(`${path}.accuracy`, test['accuracy']),
    rows: countAt(`${path}.rows`, test['rows']),
    targetVariance: figureAt(`${path}.targetVariance`, test['targetVariance']),
  };
}

function figureAt(path: string, value: unknown): number {
  const number = readNumber(value);
  if (number === undefined) throw new RecordError(path, `${shown(value)} is no figure.`);
  return number;
}
