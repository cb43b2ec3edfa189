import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiment/experiment.ts';
import { FIGURES } from '../figures/figures.ts';
import { wrongLabels } from '../presets/wrong-labels.ts';
import type { LaneFrame } from '../protocol/messages.ts';
import { readRunRecord } from './read-run-record.ts';
import { historyOf } from './recorded-history.ts';
import { RunHistory } from './run-history.ts';
import { recordOf } from './run-record.ts';
import type { RecordOrigin, RunRecord } from './run-record.ts';

const MADE: RecordOrigin = {
  ...{ at: '2026-11-29T12:00:00.000Z', app: '0.1.0' },
  backend: { name: 'wasm', renderer: null },
};
const { experiment: opening } = wrongLabels;

/** Two repeats of the opening preset, with so many epochs of these figures. */
function runOf(figures: readonly number[], epochs: number, others: Partial<LaneFrame> = {}) {
  const experiment: Experiment = { ...opening, training: { ...opening.training, replicates: 2 } };
  const lanes = [0, 1].flatMap((replicate) =>
    experiment.arms.map(({ id }) => ({
      ...{ armId: id, replicate, fold: 0, parameterCount: 19_210, stepsPerEpoch: 13 },
      ...{ trainingRows: 400, trainingSampleRows: 400, simplestAnswer: 0.12 },
      ...{ wrongLabels: 120, wrongLabelsWatched: 120, mislabelled: [] },
    })),
  );
  const history = new RunHistory({ validationRows: 500, sealedTestRows: 897, samples: [], lanes });
  const value = (lane: number, epoch: number, figure: number) =>
    figures[(lane + epoch * FIGURES.length + figure) % figures.length] ?? NaN;
  history.append({
    lanes: lanes.map((_, lane): LaneFrame => ({
      ...{ lane, current: null, mislabelledAnswers: new Int32Array(0), pictures: [] },
      rows: Float64Array.from({ length: (epochs + 1) * FIGURES.length }, (__, i) => {
        const [epoch, figure] = [Math.floor(i / FIGURES.length), i % FIGURES.length];
        return figure === 0 ? epoch : value(lane, epoch, figure);
      }),
      ...{ allTrainingRows: null, end: null, restoredEpoch: null },
      ...others,
    })),
    ...{ epoch: epochs, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 1 },
  });
  return { history, experiment, changes: [] };
}

const throughJson = (record: RunRecord): unknown => JSON.parse(JSON.stringify(record));

const whole = recordOf(
  {
    ...runOf([0.5, 1, NaN], 3, {
      end: { kind: 'stoppedEarly', epoch: 3, message: 'Stopped.' },
      restoredEpoch: 2,
      allTrainingRows: { loss: 0.1, accuracy: NaN },
    }),
    changes: [
      { armId: 'A', setting: 'L2 λ', from: '0.1', to: '0.2', epoch: 1.5, madeAt: 1_000 },
      { armId: null, setting: 'learning rate', from: '1', to: '2', epoch: 2, madeAt: 2_000 },
    ],
  },
  MADE,
);

describe('a record of a run', () => {
  it('goes through JSON whole, every bit of its figures', () => {
    const figure = fc.oneof(
      fc.double(),
      fc.constantFrom(NaN, Infinity, -Infinity, -0, 0, 5e-324, 1.7976931348623157e308),
    );
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 6 }),
        (figures, epochs) => {
          const run = runOf(figures, epochs);
          const record = recordOf(run, MADE);
          const read = readRunRecord(throughJson(record));
          expect(read).toEqual({ record, problem: null });
          const history = historyOf(read.record ?? whole);
          history.lanes.forEach((lane, index) => {
            const original = run.history.lanes[index];
            expect(original && lane.hasSameFigures(original, FIGURES)).toBe(true);
          });
        },
      ),
    );
  });

  it('keeps how lanes ended, what was restored, changes, and where it was made', () => {
    const { record } = readRunRecord(throughJson(whole));
    expect(record).toEqual(whole);
    const [lane] = historyOf(whole).lanes;
    expect(lane).toMatchObject({ restoredEpoch: 2, end: { kind: 'stoppedEarly', epoch: 3 } });
    expect(lane?.allTrainingRows).toEqual({ loss: 0.1, accuracy: NaN });
    expect(lane?.latest?.epoch).toBe(2);
  });

  it('is as the run stood: what is trained later is not in it', () => {
    const run = runOf([0.5], 2);
    const record = recordOf(run, MADE);
    run.history.append({
      lanes: [],
      ...{ epoch: 3, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 1 },
    });
    expect(record.lanes.map(({ rows }) => rows.length)).toEqual([3, 3, 3, 3]);
  });

  it('of a page with fewer figures is read, those being unknown', () => {
    const narrow = {
      ...whole,
      figures: ['epoch', 'validationLoss'],
      lanes: whole.lanes.map((lane) => ({
        ...lane,
        rows: lane.rows.map((_, epoch) => [epoch, 7]),
      })),
    };
    const { record } = readRunRecord(narrow);
    const [lane] = historyOf(record ?? whole).lanes;
    expect(lane?.value('validationLoss', 3)).toBe(7);
    expect(lane?.value('weightNorm', 3)).toBeNaN();
  });
});

/** The record with what stands at a path changed; undefined: taken away. */
function changed(path: string, value: unknown): unknown {
  const copy = throughJson(whole) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const owner = keys.reduce<Record<string, unknown>>(
    (one, key) => one[key] as Record<string, unknown>,
    copy,
  );
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else owner[last] = value;
  return copy;
}

describe('what is no record', () => {
  it.each([
    ['version', 2, 'version', 'This run is of version 2; this page reads version 1.'],
    ['experiment', null, 'experiment', 'The run has no experiment.'],
    ['experiment.data.dataset', 'cats', 'experiment.data.dataset', 'There is no data set "cats".'],
    ['figures.2', 'luck', 'figures.2', 'There is no figure “luck”.'],
    ['figures', [], 'figures', 'The figures of a row must be different, the epoch first.'],
    ['lanes', [], 'lanes', 'This experiment trains 4 networks; the run has 0.'],
    ['lanes.1.rows.2.3', 'high', 'lanes.1.rows.2.3', '“high” is no figure.'],
    ['lanes.1.rows.2', [2], 'lanes.1.rows.2', 'A row has 15 figures; this one has 1.'],
    ['lanes.1.rows.2.0', 9, 'lanes.1.rows.2', 'Row 2 must be of epoch 2, not of 9.'],
    [
      'lanes.0.restoredEpoch',
      8,
      'lanes.0.restoredEpoch',
      'Epoch 8 was restored, but is not there.',
    ],
    [
      'lanes.0.end.epoch',
      8,
      'lanes.0.end.epoch',
      'A network that has 4 rows cannot end at epoch 8.',
    ],
    [
      ...['lanes.2.facts.replicate', 0, 'lanes.2.facts'],
      'Network 3 is of arm A, repeat 1, fold 1, which comes twice.',
    ],
    [
      ...['lanes.2.facts.fold', 4, 'lanes.2.facts'],
      'Network 3 is of arm A, repeat 2, fold 5, which this experiment does not have.',
    ],
    ['changes.1.armId', 'Z', 'changes.1.armId', 'There is no arm “Z”.'],
    ['made.at', 'soon', 'made.at', '“soon” is no date.'],
    ['made.backend.name', 'abacus', 'made.backend.name', 'There is no backend “abacus”.'],
  ] as const)('%s as %j', (path, value, at, message) => {
    expect(readRunRecord(changed(path, value))).toEqual({
      record: null,
      problem: { path: at, message },
    });
  });

  it('is refused in a sentence, wherever it is changed and whatever stands there', () => {
    const paths = pathsOf(throughJson(whole));
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.option(fc.jsonValue()), (path, value) => {
        const { record, problem } = readRunRecord(changed(path, value ?? undefined));
        if (problem) expect(problem.message).toMatch(/^.{5,300}[.]$/su);
        // What comes in is a record, and the very same when it is read again.
        else expect(readRunRecord(throughJson(record))).toEqual({ record, problem: null });
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readRunRecord(value).record).toBeNull();
      }),
    );
  });

  it('brings nothing in that is not asked for', () => {
    const strange = { ...(throughJson(whole) as object), extra: 1, __proto__: { polluted: true } };
    const { record } = readRunRecord(strange);
    expect(Object.keys(record ?? {}).sort()).toEqual(Object.keys(whole).sort());
  });
});

/** "lanes.0.rows.1", … */
function pathsOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const path = `${prefix}${key}`;
    return [path, ...pathsOf(one, `${path}.`)];
  });
}
