import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordOf } from '../../client/run-record.ts';
import type { RunRecord } from '../../client/run-record.ts';
import { RunHistory } from '../../client/run-history.ts';
import { FIGURE_COUNT, FIGURES } from '../../figures/figures.ts';
import { PRESETS } from '../../presets/registry.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { fail, laneFrame, openReady } from '../playground-fixture.ts';
import { mainMove } from './next-move.ts';
import { preparedRun } from './prepared-run-fixture.ts';
import { recordOnShow } from './record-on-show.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { experiment: other } = PRESETS.find(({ id }) => id !== 'wrong-labels') ?? fail();
const KEPT: Experiment = { ...other, training: { ...other.training, epochs: 3, replicates: 1 } };

/** Trained for so many epochs of its three. */
function record(epochs = 3): RunRecord {
  const history = new RunHistory(preparedRun(KEPT));
  const rows = (lane: number) =>
    Float64Array.from({ length: (epochs + 1) * FIGURE_COUNT }, (_, i) =>
      i % FIGURE_COUNT === 0 ? i / FIGURE_COUNT : lane + i / 7,
    );
  history.append({
    lanes: history.lanes.map((_, lane) => laneFrame(lane, { rows: rows(lane) })),
    ...{ epoch: epochs, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 1 },
  });
  const made = {
    ...{ at: '2026-11-29T12:00:00.000Z', app: '0.0.9' },
    backend: { name: 'wasm', renderer: null } as const,
  };
  return recordOf({ history, experiment: KEPT, changes: [] }, made);
}

/** The opening preset in the middle of its training. */
function openTraining() {
  const opened = openReady();
  opened.state().train();
  opened.status('training');
  opened.frame({ epoch: 1, lanes: [laneFrame(0, { rows: rowOf(1) })] });
  opened.trainer.command.mockClear();
  return opened;
}

function rowOf(epoch: number): Float64Array {
  return Float64Array.from({ length: FIGURE_COUNT }, (_, i) => (i === 0 ? epoch : 0.5));
}

describe('a run that was kept', () => {
  it('stands on screen as a finished one, with its settings, and trains nothing', () => {
    const { state, trainer } = openTraining();
    const kept = record();
    state().showRecord(kept, 'Tuesday');
    expect(state()).toMatchObject({
      ...{ status: 'finished', epoch: 3, failure: null, experiment: KEPT, runExperiment: KEPT },
      ...{ problems: [], lookBackEpoch: null, keptRun: { record: kept, name: 'Tuesday' } },
    });
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    expect(trainer.command.mock.calls).toEqual([['pauseRun']]);
    expect(recordOnShow(state())).toEqual(kept);
    const lane = state().history?.lanes[1] ?? fail();
    kept.lanes[1]?.rows.forEach((row, epoch) =>
      expect(FIGURES.map((name) => lane.value(name, epoch))).toEqual(row),
    );
  });

  it('that was kept before its end has stopped, and cannot go on', () => {
    const { state } = openReady();
    state().showRecord(record(2));
    expect(state()).toMatchObject({ status: 'stopped', epoch: 2 });
    state().changeSetting('training', 'epochs', 50);
    expect(mainMove(state())).toBe('train');
  });

  it('trains anew from its start, in place of itself', () => {
    const { state, trainer, arrive } = openReady();
    state().showRecord(record());
    state().changeSetting('training', 'epochs', 50);
    expect(mainMove(state())).toBe('train');
    expect(trainer.changeSettings).not.toHaveBeenCalled();
    state().train();
    expect(state()).toMatchObject({ keptRun: null, history: null });
    expect(trainer.prepareRun.mock.calls[0]?.[0]).toMatchObject({
      experiment: { ...KEPT, training: { ...KEPT.training, epochs: 50 } },
    });
    arrive();
    expect(trainer.command).toHaveBeenLastCalledWith('trainRun');
    // What waited has given way to it.
    state().leaveRecord();
    expect(state().experiment.training.epochs).toBe(50);
  });

  it('keeps its figures while its settings are edited, and has no networks to be asked', () => {
    const { state, trainer } = openReady();
    state().showRecord(record());
    state().changeSetting('training', 'seed', 7);
    vi.advanceTimersByTime(1000);
    state().openTest();
    state().askNetworks(new Float32Array(64));
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    expect(trainer.command).not.toHaveBeenCalled();
    expect(trainer.askNetworks).not.toHaveBeenCalled();
    expect(state()).toMatchObject({ status: 'finished', isOpeningTest: false, epoch: 3 });
  });
});

describe('the run before it', () => {
  it('takes what still comes from its worker, and comes back whole', () => {
    const { state, status, frame, trainer } = openTraining();
    const { history, experiment } = state();
    state().showRecord(record());
    const kept = state().history;
    frame({ epoch: 2, lanes: [laneFrame(0, { rows: rowOf(2) })] });
    status('paused');
    expect(state()).toMatchObject({ status: 'finished', epoch: 3 });
    expect(kept?.lanes[0]?.length).toBe(4);
    state().leaveRecord();
    expect(state()).toMatchObject({ status: 'paused', epoch: 2, keptRun: null });
    expect(state().experiment).toBe(experiment);
    expect(state().history).toBe(history);
    expect(history?.lanes[0]?.length).toBe(2);
    state().train();
    expect(trainer.command).toHaveBeenLastCalledWith('trainRun');
    expect(trainer.prepareRun).not.toHaveBeenCalled();
  });

  it('comes back from behind several kept runs', () => {
    const { state } = openTraining();
    const { history } = state();
    state().showRecord(record(), 'first');
    state().showRecord(record(2), 'second');
    expect(state().keptRun?.name).toBe('second');
    state().leaveRecord();
    expect(state().history).toBe(history);
  });

  it('may be on its way when a kept one takes its place', () => {
    const { state, arrive, trainer } = openReady();
    state().reset();
    state().train();
    state().showRecord(record());
    arrive();
    expect(state()).toMatchObject({ status: 'finished', whenReady: null });
    expect(trainer.command).not.toHaveBeenCalledWith('trainRun');
    state().leaveRecord();
    expect(state().status).toBe('ready');
    expect(state().history?.lanes).toHaveLength(2);
  });

  it('is prepared again on its way back where its worker was lost meanwhile', () => {
    const { state, die, trainer } = openReady();
    state().showRecord(record());
    die();
    expect(state()).toMatchObject({ status: 'finished', notices: [] });
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    state().leaveRecord();
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
    expect(state().notices).toHaveLength(1);
  });

  it('takes an edit that was on its way to it', () => {
    const { state, trainer } = openReady();
    state().changeSetting('training', 'seed', 7);
    state().showRecord(record());
    vi.advanceTimersByTime(1000);
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    state().leaveRecord();
    vi.advanceTimersByTime(1000);
    expect(trainer.prepareRun.mock.calls[0]?.[0]).toMatchObject({
      experiment: { training: { seed: 7 } },
    });
  });
});
