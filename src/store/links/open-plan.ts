/** A sweep, or bias and variance, from a file: the form, and the results that were exported with it. */
import { isRecord } from '../../base/is-record.ts';
import { floatsIn } from '../../base/float-text.ts';
import { RecordError, countAt, listAt, objectAt, shown } from '../../client/checked-value.ts';
import { laneResultIn } from '../../client/read-lane-result.ts';
import { isOwnTableId } from '../../datasets/own/table/own-table.ts';
import { findDataset } from '../../datasets/registry.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import { BIAS_VARIANCE_FORMAT } from '../../exports/bias-variance-json.ts';
import { SWEEP_FORMAT } from '../../exports/sweep-json.ts';
import type { LaneResult } from '../../figures/lane-result.ts';
import { readBiasVarianceForm } from '../../plans/read-bias-variance-form.ts';
import { readSweepForm } from '../../plans/read-sweep-form.ts';
import { prepareBiasVariance } from '../bias-variance/prepare-bias-variance.ts';
import type { RunLane } from '../plan-run/plan-run-state.ts';
import { prepareSweep } from '../sweep/prepare-sweep.ts';
import type { LinkOutcome, RunTakers } from './open-in-page.ts';

type Fields = Readonly<Record<string, unknown>>;

const MOST_CELLS = 10_000;
const MOST_TRAININGS = 10_000;

/** Puts what was read on its page. */
export type Put = (stores: RunTakers) => LinkOutcome;

/** Throws a `RecordError` where something is wrong with it; nothing is changed before it is put. */
export function readSweep(value: Fields, name: string): Put {
  checkVersion(value, SWEEP_FORMAT);
  const form = readSweepForm(value['form']);
  if (!form) throw new RecordError('form', whyNoForm(value['form'], 'no sweep'));
  const results = new Map<string, LaneResult>();
  const lanes = lanesByKey(prepareSweep(form).lanes);
  listAt('cells', value['cells'], MOST_CELLS).forEach((cell, index) => {
    const path = `cells.${index}`;
    const { place, trainings } = objectAt(path, cell, 'A cell must be an object.');
    const at = listAt(`${path}.place`, place, 2).map((one) => countAt(`${path}.place`, one));
    listAt(`${path}.trainings`, trainings, MOST_TRAININGS).forEach((training, order) => {
      const where = `${path}.trainings.${order}`;
      const { fold, seed } = objectAt(where, training, 'A training must be an object.');
      const key = `${at.join(',')}/${countAt(`${where}.fold`, fold)}/${countAt(`${where}.seed`, seed)}`;
      results.set(resultKeyOf(lanes, key, where), laneResultIn(where, training));
    });
  });
  return ({ sweep }) => {
    const undo = sweep.getState().take(form, results);
    return { page: 'sweep', message: opened(name, results.size), isProblem: false, undo };
  };
}

/** As `readSweep`. */
export function readBiasVariance(value: Fields, name: string): Put {
  const version = checkVersion(value, BIAS_VARIANCE_FORMAT);
  if (version < 2)
    throw new RecordError(
      'version',
      'It is of version 1, which rounds what networks answer: export it again from this page.',
    );
  const form = readBiasVarianceForm(value['form']);
  if (!form) throw new RecordError('form', whyNoForm(value['form'], 'nothing'));
  const dataset = findDataset(form.base.data.dataset);
  if (!dataset) throw new RecordError('form', whyNoForm(value['form'], 'nothing'));
  const lanes = lanesByKey(prepareBiasVariance(form).lanes);
  const targets = targetsIn(value['targets'], dataset);
  const places = placesOf(dataset) ?? targets?.length ?? 0;
  const results = new Map<string, LaneResult>();
  listAt('values', value['values'], MOST_CELLS).forEach((one, index) => {
    const path = `values.${index}`;
    const { place, networks } = objectAt(path, one, 'A value must be an object.');
    const at = countAt(`${path}.place`, place);
    listAt(`${path}.networks`, networks, MOST_TRAININGS).forEach((network, order) => {
      const where = `${path}.networks.${order}`;
      const { set, outputs } = objectAt(where, network, 'A network must be an object.');
      const key = `${at}/${countAt(`${where}.set`, set)}`;
      results.set(resultKeyOf(lanes, key, where), {
        ...laneResultIn(where, network),
        validationTargets: targets,
        validationOutputs:
          outputs === null
            ? null
            : outputsIn(`${where}.outputs`, outputs, places * dataset.outputs),
      });
    });
  });
  return ({ biasVariance }) => {
    const undo = biasVariance.getState().take(form, results);
    return { page: 'bias-variance', message: opened(name, results.size), isProblem: false, undo };
  };
}

function opened(name: string, trainings: number): string {
  const what = trainings === 1 ? 'one result' : `${trainings} results`;
  return `Opened from “${name.slice(0, 80)}” with ${what}: nothing was trained. A file that is opened does not go into History: after a reload, open it again. Trained again on another device or by another version, the last digits may differ.`;
}

function checkVersion({ version }: Fields, format: { readonly version: number }): number {
  if (typeof version === 'number' && version >= 1 && version <= format.version) return version;
  throw new RecordError(
    'version',
    `It is of version ${shown(version)}; this page reads versions up to ${format.version}.`,
  );
}

function whyNoForm(form: unknown, noun: string): string {
  const base = isRecord(form) && isRecord(form['base']) ? form['base'] : {};
  const data = isRecord(base['data']) ? base['data'] : {};
  const { dataset } = data;
  if (typeof dataset === 'string' && !findDataset(dataset))
    return isOwnTableId(dataset)
      ? 'It is on an own table that this browser does not have: open its file with “Own table…” first.'
      : `There is no data set ${shown(dataset)}.`;
  return `Its settings are ${noun} that this page can train.`;
}

function lanesByKey(lanes: readonly RunLane[]): ReadonlyMap<string, string> {
  return new Map(lanes.map(({ key, resultKey }) => [key, resultKey]));
}

function resultKeyOf(lanes: ReadonlyMap<string, string>, key: string, path: string): string {
  const found = lanes.get(key);
  if (found === undefined)
    throw new RecordError(path, 'Its settings have no training at this place.');
  return found;
}

/** The places of a known truth; null: networks answer for the validation rows. */
function placesOf({ rows }: Dataset): number | null {
  return rows.kind === 'generated' ? (rows.truth?.gridRows ?? null) : null;
}

const MOST_TARGETS = 100_000;

function targetsIn(value: unknown, { task, outputs }: Dataset): Float32Array | null {
  if (value === null) return null;
  const targets = listAt('targets', value, MOST_TARGETS).map((one, index) => {
    const path = `targets.${index}`;
    if (typeof one !== 'number' || !Number.isFinite(one))
      throw new RecordError(path, `${shown(one)} is no target.`);
    if (task === 'classification' && countAt(path, one) >= outputs)
      throw new RecordError(path, `There is no class ${one}.`);
    return one;
  });
  return Float32Array.from(targets);
}

function outputsIn(path: string, value: unknown, length: number): Float32Array {
  const outputs = floatsIn(value);
  if (!outputs) throw new RecordError(path, `${shown(value)} is no list of answers in base64.`);
  if (outputs.length !== length)
    throw new RecordError(path, `There must be ${length} answers, not ${outputs.length}.`);
  return outputs;
}
