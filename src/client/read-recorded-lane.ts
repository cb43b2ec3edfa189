/** One network of a record that may come from anywhere (read-run-record.ts). */
import type { WrittenNumber } from '../base/written-number.ts';
import { ARM_IDS, TRAINING_SCHEMA } from '../experiment/experiment.ts';
import type { ArmId } from '../experiment/experiment.ts';
import type { FigureName } from '../figures/figures.ts';
import type { LaneEnd } from '../protocol/messages.ts';
import {
  RecordError,
  countAt,
  listAt,
  objectAt,
  positiveAt,
  shown,
  textAt,
  writtenAt,
} from './checked-value.ts';
import type { RecordedFacts, RecordedLane } from './run-record.ts';

const MOST_ROWS = TRAINING_SCHEMA.epochs.max + 1;

export function laneIn(path: string, value: unknown, figures: readonly FigureName[]): RecordedLane {
  const lane = objectAt(path, value, 'A network of the run must be an object.');
  const rows = listAt(`${path}.rows`, lane['rows'], MOST_ROWS).map((row, epoch) =>
    rowIn(`${path}.rows.${epoch}`, row, { epoch, width: figures.length }),
  );
  const restored = lane['restoredEpoch'];
  const restoredEpoch = restored === null ? null : countAt(`${path}.restoredEpoch`, restored);
  if (restoredEpoch !== null && restoredEpoch >= rows.length)
    throw new RecordError(
      `${path}.restoredEpoch`,
      `Epoch ${restoredEpoch} was restored, but is not there.`,
    );
  const all = lane['allTrainingRows'];
  return {
    facts: factsIn(`${path}.facts`, lane['facts']),
    ...{ rows, restoredEpoch },
    end: lane['end'] === null ? null : endIn(`${path}.end`, lane['end'], rows.length),
    allTrainingRows: all === null ? null : allRowsIn(`${path}.allTrainingRows`, all),
  };
}

function rowIn(
  path: string,
  value: unknown,
  { epoch, width }: { readonly epoch: number; readonly width: number },
): readonly WrittenNumber[] {
  const row = listAt(path, value, width);
  if (row.length !== width)
    throw new RecordError(path, `A row has ${width} figures; this one has ${row.length}.`);
  const numbers = row.map((one, place) => writtenAt(`${path}.${place}`, one));
  if (numbers[0] !== epoch)
    throw new RecordError(path, `Row ${epoch} must be of epoch ${epoch}, not of ${shown(row[0])}.`);
  return numbers;
}

function factsIn(path: string, value: unknown): RecordedFacts {
  const facts = objectAt(path, value, 'The facts about a network must be an object.');
  const count = (key: string) => countAt(`${path}.${key}`, facts[key]);
  return {
    armId: armAt(`${path}.armId`, facts['armId']),
    replicate: count('replicate'),
    fold: count('fold'),
    parameterCount: count('parameterCount'),
    stepsPerEpoch: count('stepsPerEpoch'),
    trainingRows: count('trainingRows'),
    trainingSampleRows: count('trainingSampleRows'),
    simplestAnswer: positiveAt(`${path}.simplestAnswer`, facts['simplestAnswer']),
    wrongLabels: count('wrongLabels'),
    wrongLabelsWatched: count('wrongLabelsWatched'),
  };
}

function endIn(path: string, value: unknown, rows: number): LaneEnd {
  const end = objectAt(path, value, 'How a network ended must be an object, or null.');
  const { kind } = end;
  if (kind !== 'diverged' && kind !== 'stoppedEarly')
    throw new RecordError(
      `${path}.kind`,
      `A network ends as "diverged" or "stoppedEarly", not as ${shown(kind)}.`,
    );
  const epoch = countAt(`${path}.epoch`, end['epoch']);
  if (epoch >= rows)
    throw new RecordError(
      `${path}.epoch`,
      `A network that has ${rows} rows cannot end at epoch ${epoch}.`,
    );
  return { kind, epoch, message: textAt(`${path}.message`, end['message']) };
}

function allRowsIn(path: string, value: unknown) {
  const all = objectAt(path, value, 'Figures on all training rows must be an object, or null.');
  return {
    loss: writtenAt(`${path}.loss`, all['loss']),
    accuracy: writtenAt(`${path}.accuracy`, all['accuracy']),
  };
}

export function armAt(path: string, value: unknown): ArmId {
  const found = ARM_IDS.find((id) => id === value);
  if (!found) throw new RecordError(path, `There is no arm ${shown(value)}.`);
  return found;
}
