import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FIGURE_COUNT } from '../../figures/figures.ts';
import { changeText } from '../../experiment/live-changes.ts';
import { mainMove } from './next-move.ts';
import { openReady } from '../playground-fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a run that has finished', () => {
  function openFinished() {
    const opened = openReady();
    const { state, status, frame } = opened;
    state().train();
    status('training');
    const rows = new Float64Array(51 * FIGURE_COUNT);
    const lane = {
      rows,
      current: null,
      mislabelledAnswers: new Int32Array(0),
      end: null,
      pictures: [],
    };
    const lanes = [0, 1].map((index) => ({
      ...{ ...lane, lane: index, restoredEpoch: 40 },
      allTrainingRows: { loss: 1, accuracy: 0.5 },
    }));
    frame({ lanes, epoch: 50 });
    status('finished');
    return opened;
  }

  it('goes on to more epochs, and what was restored at its end is so no more', () => {
    const { state, trainer } = openFinished();
    expect(mainMove(state())).toBe('train');
    state().changeSetting('training', 'epochs', 200);
    expect(mainMove(state())).toBe('goOn');
    expect(trainer.changeSettings).not.toHaveBeenCalled();
    trainer.command.mockClear();
    state().goOn();
    expect(trainer.changeSettings).toHaveBeenCalledWith(state().experiment);
    expect(trainer.command.mock.calls).toEqual([['trainRun']]);
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    expect(state().runExperiment?.training.epochs).toBe(200);
    // No curve bends there.
    expect(state().liveChanges).toEqual([]);
    expect(state().history?.lanes[0]).toMatchObject({ restoredEpoch: null, allTrainingRows: null });
  });

  it('takes along what else can change while it trains', () => {
    const { state } = openFinished();
    state().changeSetting('training', 'learningRate', 0.001);
    expect(mainMove(state())).toBe('train');
    state().changeSetting('training', 'epochs', 60);
    expect(mainMove(state())).toBe('goOn');
    state().goOn();
    expect(state().runExperiment?.training).toMatchObject({ epochs: 60, learningRate: 0.001 });
    expect(state().liveChanges.map(changeText)).toEqual(['learning rate 0.005 → 0.001']);
    expect(state().liveChanges[0]?.epoch).toBe(50);
  });

  it('begins again where what is set asks for another run', () => {
    const { state, trainer } = openFinished();
    state().changeSetting('training', 'epochs', 200);
    state().changeSetting('training', 'batchSize', 64);
    expect(mainMove(state())).toBe('train');
    state().changeSetting('training', 'batchSize', 32);
    state().changeSetting('training', 'epochs', 20);
    expect(mainMove(state())).toBe('train');
    state().train();
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
  });
});
