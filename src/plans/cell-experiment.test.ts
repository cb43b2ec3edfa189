import { describe, expect, it } from 'vitest';
import { findDataset } from '../datasets/registry.ts';
import { checkExperiment } from '../experiment/check-experiment.ts';
import { settingsOfArm } from '../experiment/experiment.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { laneBaseOf } from '../experiment/lane-base.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { wrongLabels } from '../presets/wrong-labels.ts';
import { armOfCell, settingsOfCell } from './cell-experiment.ts';
import { cellsOf } from './sweep.ts';
import { sweepOf } from './sweep-form.ts';
import { FORM } from './sweep-form-fixture.ts';

const list = (setting: string, ...values: (number | string)[]) => ({
  setting,
  range: { spacing: 'list', values } as const,
});

/** The last cell of a sweep over these values. */
function lastCell(...axes: ReturnType<typeof list>[]) {
  const sweep = sweepOf({ ...FORM, axes });
  const cell = cellsOf(sweep).at(-1);
  if (!cell) throw new Error('There are cells.');
  return { sweep, cell };
}

function checked(experiment: Experiment) {
  const dataset = findDataset(experiment.data.dataset);
  expect(checkExperiment(experiment, { dataset, regularizers: REGULARIZERS })).toEqual([]);
  return experiment;
}

describe('a cell in Compare', () => {
  it('stands beside the base, which keeps its own settings', () => {
    const { sweep, cell } = lastCell(list('network.width', 8, 16), list('l2.lambda', 'off', 0.01));
    const experiment = checked(settingsOfCell(sweep, cell));
    const [base, own] = experiment.arms.map((arm) => laneBaseOf(experiment, arm));
    expect(base?.network).toEqual(sweep.base.network);
    expect(own?.network).toEqual(cell.base.network);
    expect(own?.regularizers).toEqual({ l2: { lambda: 0.01 } });
    expect([experiment.training.seed, experiment.foldCount]).toEqual([7, 2]);
  });

  it('is alone where it is the base', () => {
    const { sweep } = lastCell(list('dropout.rate', 'off', 0.5));
    const [plain] = cellsOf(sweep);
    if (!plain) throw new Error('There are cells.');
    expect(checked(settingsOfCell(sweep, plain)).arms).toHaveLength(1);
  });

  it('takes along what arms cannot have of their own', () => {
    const { sweep, cell } = lastCell(list('data.wrongLabelShare', 0, 0.4));
    expect(checked(settingsOfCell(sweep, cell)).data.wrongLabelShare).toBe(0.4);
  });
});

describe('a cell as one more arm', () => {
  const comparison: Experiment = {
    ...wrongLabels.experiment,
    training: { ...wrongLabels.experiment.training, seed: 7 },
  };

  it('has its settings in place of the shared ones', () => {
    const { sweep, cell } = lastCell(list('training.learningRate', 0.1, 0.02));
    const arm = armOfCell(comparison, sweep, cell);
    expect(arm?.id).toBe('C');
    const experiment = checked({
      ...comparison,
      arms: [...comparison.arms, ...(arm ? [arm] : [])],
    });
    expect(arm && settingsOfArm(experiment, arm).training.learningRate).toBe(0.02);
  });

  it('is none of a comparison of other data, other epochs, another seed, or six arms', () => {
    const { sweep, cell } = lastCell(list('dropout.rate', 'off', 0.5));
    const others: Experiment[] = [
      { ...comparison, data: { ...comparison.data, wrongLabelShare: 0 } },
      { ...comparison, training: { ...comparison.training, epochs: 3 } },
      { ...comparison, training: { ...comparison.training, seed: 8 } },
      {
        ...comparison,
        arms: (['A', 'B', 'C', 'D', 'E', 'F'] as const).map((id) => ({
          id,
          name: null,
          regularizers: {},
        })),
      },
    ];
    expect(others.map((other) => armOfCell(other, sweep, cell))).toEqual([null, null, null, null]);
    expect(armOfCell(comparison, sweep, cell)).not.toBeNull();
  });
});
