import { describe, expect, it } from 'vitest';
import { RunHistory } from '../../../client/run-history.ts';
import { stageWith } from '../../../presets/stage.ts';
import type { RegularizerSettings } from '../../../regularizers/registry.ts';
import { preparedRun } from '../../../store/compare/prepared-run-fixture.ts';
import { differenceNotes, trainingNotes } from './curve-notes.ts';

const experimentOf = (arms: readonly RegularizerSettings[], trainingExamples = 400) => {
  const experiment = stageWith({ arms: arms.map((regularizers) => ({ regularizers })) });
  return { ...experiment, data: { ...experiment.data, trainingExamples } };
};
const notes = (...arms: RegularizerSettings[]) =>
  trainingNotes(null, experimentOf(arms), false).always;

describe('how training figures are measured', () => {
  it('is told where it is not how the networks train', () => {
    expect(notes({}, { dropout: { rate: 0.5, inputRate: 0 } })).toEqual(['dropout off']);
    expect(notes({ inputNoise: { deviation: 0.3 } })).toEqual(['noise off']);
    expect(
      notes({ inputNoise: { deviation: 0.3 } }, { dropout: { rate: 0.5, inputRate: 0 } }),
    ).toEqual(['dropout and noise off']);
  });

  it('is not spoken of where no arm has anything of the kind', () => {
    expect(notes({}, { l2: { lambda: 0.01 } })).toEqual([]);
    // Set to nothing is off.
    expect(notes({ dropout: { rate: 0, inputRate: 0 } })).toEqual([]);
  });

  it('names the sample where not all rows are measured', () => {
    const many = experimentOf([{}], 4000);
    const history = new RunHistory(preparedRun(many));
    expect(trainingNotes(history, many, true)).toEqual({
      // The sample comes last, since only it has a part that may be left out where there is no room.
      always: ['labels as given', 'sample of 500'],
      withRoom: ' of 4,000 rows',
    });
    expect(differenceNotes(history)).toEqual(['training: sample of 500 of 4,000 rows']);
    const few = experimentOf([{}]);
    expect(trainingNotes(new RunHistory(preparedRun(few)), few, false)).toEqual({
      always: [],
      withRoom: '',
    });
    expect(differenceNotes(new RunHistory(preparedRun(few)))).toEqual([]);
  });
});
