/**
 * Reads a record that may come from anywhere: a file, storage, another version of the page. Nothing but what is
 * checked here is in the record that comes out.
 */
import { keptTable, knowTable } from '../datasets/own/kept-tables.ts';
import { readTableFacts } from '../datasets/own/table/table-words.ts';
import { experimentFaults } from '../experiment/experiment-problems.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { LiveChange } from '../experiment/live-changes.ts';
import { FIGURES } from '../figures/figures.ts';
import type { FigureName } from '../figures/figures.ts';
import type { BackendName } from '../protocol/messages.ts';
import type { Problem } from '../settings/settings.ts';
import {
  RecordError,
  countAt,
  listAt,
  objectAt,
  positiveAt,
  shown,
  textAt,
} from './checked-value.ts';
import { RECORD_VERSION } from './run-record.ts';
import { pictureFactsIn } from './read-picture-facts.ts';
import { armAt, laneIn } from './read-recorded-lane.ts';
import type { RecordOrigin, RecordedLane, RunRecord } from './run-record.ts';

export type ReadRecord =
  | { readonly record: RunRecord; readonly problem: null }
  | { readonly record: null; readonly problem: Problem };

/** The first thing that is wrong, and where ("lanes.3.rows.12"), where it is no record. */
export function readRunRecord(value: unknown): ReadRecord {
  try {
    return { record: recordIn(value), problem: null };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { record: null, problem: { path: error.path, message: error.message } };
  }
}

const MOST_CHANGES = 10_000;

function recordIn(value: unknown): RunRecord {
  const record = objectAt('', value, 'This is not a run: it is no object.');
  if (record['version'] !== RECORD_VERSION)
    throw new RecordError(
      'version',
      `This run is of version ${shown(record['version'])}; this page reads version ${RECORD_VERSION}.`,
    );
  const table = readTableFacts(record['table']);
  // The experiment is on it, and is checked by what it has.
  if (table && !keptTable(table.id)) knowTable(table);
  const experiment = experimentIn(record['experiment']);
  const figures = figuresIn(record['figures']);
  const pictureFacts = pictureFactsIn(record['pictureFacts']);
  return {
    ...{ version: RECORD_VERSION, experiment, figures },
    changes: listAt('changes', record['changes'], MOST_CHANGES).map(changeIn),
    validationRows: countAt('validationRows', record['validationRows']),
    sealedTestRows: countAt('sealedTestRows', record['sealedTestRows']),
    lanes: lanesIn(record['lanes'], experiment, figures),
    ...(table && table.id === experiment.data.dataset && { table }),
    ...(pictureFacts && { pictureFacts }),
    made: originIn(record['made']),
  };
}

/** Nothing is taken over of a key that is not known. */
function experimentIn(value: unknown): Experiment {
  const { version, data, network, training, arms, foldCount } = objectAt(
    'experiment',
    value,
    'The run has no experiment.',
  );
  const known = {
    version,
    data,
    network,
    training,
    arms,
    ...(foldCount !== undefined && { foldCount }),
  };
  const [first] = experimentFaults(known);
  if (first)
    throw new RecordError(['experiment', first.path].filter(Boolean).join('.'), first.message);
  return structuredClone(known) as unknown as Experiment; // It has just been checked.
}

function figuresIn(value: unknown): readonly FigureName[] {
  const names = listAt('figures', value, FIGURES.length);
  const known = names.map((name, place) => {
    const found = FIGURES.find((figure) => figure === name);
    if (!found) throw new RecordError(`figures.${place}`, `There is no figure ${shown(name)}.`);
    return found;
  });
  if (new Set(known).size < known.length || known[0] !== 'epoch')
    throw new RecordError('figures', 'The figures of a row must be different, the epoch first.');
  return known;
}

function changeIn(value: unknown, index: number): LiveChange {
  const path = `changes.${index}`;
  const change = objectAt(path, value, 'A change must be an object.');
  const armId = change['armId'] === null ? null : armAt(`${path}.armId`, change['armId']);
  return {
    armId,
    setting: textAt(`${path}.setting`, change['setting']),
    from: textAt(`${path}.from`, change['from']),
    to: textAt(`${path}.to`, change['to']),
    epoch: positiveAt(`${path}.epoch`, change['epoch']),
    madeAt: positiveAt(`${path}.madeAt`, change['madeAt']),
  };
}

function lanesIn(
  value: unknown,
  { arms, training, foldCount = 1 }: Experiment,
  figures: readonly FigureName[],
): readonly RecordedLane[] {
  const expected = arms.length * training.replicates * foldCount;
  const lanes = listAt('lanes', value, expected);
  if (lanes.length !== expected)
    throw new RecordError(
      'lanes',
      `This experiment trains ${expected} networks; the run has ${lanes.length}.`,
    );
  const seen = new Set<string>();
  return lanes.map((one, index) => {
    const path = `lanes.${index}`;
    const lane = laneIn(path, one, figures);
    const { armId, replicate, fold } = lane.facts;
    const place = `${armId}/${replicate}/${fold}`;
    const isOfRun =
      arms.some(({ id }) => id === armId) && replicate < training.replicates && fold < foldCount;
    if (!isOfRun || seen.has(place))
      throw new RecordError(
        `${path}.facts`,
        `Network ${index + 1} is of arm ${armId}, repeat ${replicate + 1}, fold ${fold + 1}, which ${isOfRun ? 'comes twice' : 'this experiment does not have'}.`,
      );
    seen.add(place);
    return lane;
  });
}

const BACKENDS: readonly BackendName[] = ['webgl', 'wasm', 'cpu'];

function originIn(value: unknown): RecordOrigin {
  const made = objectAt('made', value, 'The run does not say when and where it was made.');
  const at = textAt('made.at', made['at']);
  if (Number.isNaN(Date.parse(at))) throw new RecordError('made.at', `${shown(at)} is no date.`);
  const app = textAt('made.app', made['app']);
  if (made['backend'] === null) return { at, app, backend: null };
  const backend = objectAt(
    'made.backend',
    made['backend'],
    'The backend must be an object, or null.',
  );
  const name = BACKENDS.find((one) => one === backend['name']);
  if (!name)
    throw new RecordError('made.backend.name', `There is no backend ${shown(backend['name'])}.`);
  const renderer =
    backend['renderer'] === null ? null : textAt('made.backend.renderer', backend['renderer']);
  return { at, app, backend: { name, renderer } };
}
