// @vitest-environment jsdom
import { act, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../../figures/figures.ts';
import type { FigureName } from '../../../figures/figures.ts';
import type { LaneFrame } from '../../../protocol/messages.ts';
import type { Preset } from '../../../presets/preset.ts';
import { trueLabels } from '../../../presets/true-labels.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { WrongLabels } from '../microscope/wrong-labels/wrong-labels.tsx';
import { ArmCard } from './arm-card.tsx';

// Whether each element is hidden costs most of the time of a query, and nothing here is hidden.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 30_000 });

function Cards() {
  const arms = usePlayground((state) => state.experiment.arms);
  return arms.map((arm) => (
    <ArmCard key={arm.id} arm={arm}>
      <WrongLabels armId={arm.id} />
    </ArmCard>
  ));
}

/** More training rows than are measured at every epoch. */
const manyRows: Preset = {
  ...trueLabels,
  experiment: {
    ...trueLabels.experiment,
    data: { ...trueLabels.experiment.data, trainingExamples: 1000 },
  },
};

function open(preset?: Preset) {
  const opened = openPlayground(preset);
  render(
    <Surrounded store={opened.store}>
      <Cards />
    </Surrounded>,
  );
  return { ...opened, user: userEvent.setup({ delay: null }) };
}

const card = (name: string | RegExp) => within(screen.getByRole('region', { name }));

/** Figures of arm A after the epochs 0, 1, …, and what it says of the three wrong labels after each. */
function laneFrame(
  rows: readonly Partial<Record<FigureName, number>>[],
  answers: number[],
): LaneFrame {
  const figures = new Float64Array(rows.length * FIGURE_COUNT).fill(NaN);
  rows.forEach((row, index) =>
    Object.entries({ epoch: index, ...row }).forEach(([name, value]) => {
      figures[index * FIGURE_COUNT + FIGURE_INDEX[name as FigureName]] = value;
    }),
  );
  return {
    lane: 0,
    rows: figures,
    current: null,
    mislabelledAnswers: Int32Array.from(rows.flatMap(() => answers)),
    allTrainingRows: null,
    end: null,
    restoredEpoch: null,
    pictures: [],
  };
}

describe('arm card', () => {
  it('is a region named by the arm', () => {
    open();
    expect(screen.getByRole('region', { name: 'A · Plain' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'B · Dropout 0.5, inputs 0.2' })).toBeVisible();
  });

  it('duplicates, removes and renames', async () => {
    const { user, state } = open();
    const menu = (letter: string) =>
      screen.getByRole('button', { name: `Arm ${letter}: rename, duplicate, remove, code` });
    await user.click(menu('B'));
    await user.click(screen.getByRole('button', { name: 'Duplicate' }));
    expect(screen.getByRole('region', { name: 'C · Dropout 0.5, inputs 0.2' })).toBeVisible();
    await user.click(menu('B'));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(state().experiment.arms.map(({ id }) => id)).toEqual(['A', 'C']);
    expect(menu('C')).toHaveFocus();
    await user.click(menu('C'));
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    const field = screen.getByRole('textbox', { name: 'Name of arm C' });
    await user.clear(field);
    await user.type(field, 'Half asleep{Enter}');
    expect(screen.getByRole('region', { name: 'C · Half asleep' })).toBeVisible();
    expect(menu('C')).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
    await user.keyboard('{Enter}');
    screen.getByRole('button', { name: 'Remove' }).focus();
    await user.keyboard('{Enter}');
    expect(state().experiment.arms.map(({ id }) => id)).toEqual(['A']);
    expect(menu('A')).toHaveFocus();
  });

  it('switches a regularizer on by a press and off in its panel, and keeps what was set', async () => {
    const { user, state } = open();
    await user.click(card('A · Plain').getByRole('button', { name: 'L2, off' }));
    expect(screen.getByRole('dialog', { name: 'L2 of arm A' })).toBeInTheDocument();
    expect(screen.getByRole('switch', { name: 'L2' })).toBeChecked();
    expect(state().experiment.arms[0]?.regularizers).toEqual({ l2: { lambda: 0.003 } });
    const strength = screen.getByRole('textbox', { name: 'Strength' });
    await user.clear(strength);
    await user.type(strength, '0.01{Enter}');
    expect(card('A · L2 λ = 0.01').getByRole('button', { name: 'L2 λ = 0.01' })).toBeVisible();
    await user.click(screen.getByRole('switch', { name: 'L2' }));
    expect(state().experiment.arms[0]?.regularizers).toEqual({});
    await user.click(screen.getByRole('switch', { name: 'L2' }));
    expect(state().experiment.arms[0]?.regularizers).toEqual({ l2: { lambda: 0.01 } });
    // What is on a press only opens.
    const chip = card('A · L2 λ = 0.01').getByRole('button', { name: 'L2 λ = 0.01' });
    await user.click(chip);
    await user.click(chip);
    expect(state().experiment.arms[0]?.regularizers).toEqual({ l2: { lambda: 0.01 } });
  });

  it('Enter on the strength that stands there switches it on', async () => {
    const { user, state } = open();
    await user.click(card('A · Plain').getByRole('button', { name: 'L2, off' }));
    await user.click(screen.getByRole('switch', { name: 'L2' }));
    expect(state().experiment.arms[0]?.regularizers).toEqual({});
    await user.click(screen.getByRole('textbox', { name: 'Strength' }));
    await user.keyboard('{Enter}');
    expect(state().experiment.arms[0]?.regularizers).toEqual({ l2: { lambda: 0.003 } });
  });

  it('shows the figures of now and of the best epoch', async () => {
    const { frame } = open();
    const rows = [
      { validationAccuracy: 0.1, validationLoss: 2.3, wrongLabelsBelieved: 12 },
      { validationAccuracy: 0.871, validationLoss: 0.67, wrongLabelsBelieved: 20 },
      {
        validationAccuracy: 0.73,
        validationLoss: 0.897,
        trainingAccuracy: 0.982,
        wrongLabelsBelieved: 113,
      },
    ];
    frame({
      lanes: [laneFrame(rows, [4, 2, 4])],
      epoch: 2,
      stepInEpoch: 0,
      stepsPerEpoch: 13,
      stepsPerSecond: 10,
    });
    const accuracy = within(await card('A · Plain').findByRole('row', { name: /^Accuracy/ }));
    expect(accuracy.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
      '73.0\u202f%',
      '98.2\u202f%',
      '87.1\u202f% at 1',
      '113 of\u00a0120',
    ]);
    expect(
      card('A · Plain').getByText('Of these three wrong labels it believes 2 and gets 1 right.'),
    ).toBeVisible();
    expect(
      card('A · Plain')
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'given 4true 3says 4, believed',
      'given 2true 1says 2, believed',
      'given 5true 4says 4, the true one',
    ]);
  });

  it('says that it diverged, and offers a smaller learning rate', async () => {
    const { user, frame, state } = open();
    const end = { kind: 'diverged', epoch: 2, message: 'Diverged in epoch 2.' } as const;
    frame({
      lanes: [{ ...laneFrame([{}], []), end }],
      epoch: 2,
      stepInEpoch: 0,
      stepsPerEpoch: 13,
      stepsPerSecond: 1,
    });
    expect(await card('A · Plain').findByText(/^Diverged in epoch 2./)).toBeVisible();
    await user.click(
      card('A · Plain').getByRole('button', { name: 'Set the learning rate to 0.002' }),
    );
    expect(state().experiment.training.learningRate).toBe(0.002);
  });

  it('says which epoch was restored, also where it trained to the last', async () => {
    const { frame } = open();
    const rows = [{}, { validationAccuracy: 0.871 }, { validationAccuracy: 0.73 }];
    const restored = { ...laneFrame(rows, []), restoredEpoch: 1 };
    frame({ lanes: [restored], epoch: 2, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 1 });
    expect(
      await card('A · Plain').findByText(
        'Restored the weights of epoch 1. The figures are of that epoch.',
      ),
    ).toBeVisible();
    const accuracy = within(card('A · Plain').getByRole('row', { name: /^Accuracy/ }));
    expect(accuracy.getAllByRole('cell')[0]).toHaveTextContent('87.1 %');
  });

  it('lists what was changed while it trained', async () => {
    const { frame, status, state } = open();
    status('training');
    frame({ lanes: [], epoch: 12, stepInEpoch: 5, stepsPerEpoch: 13, stepsPerSecond: 1 });
    state().changeRegularizer('B', 'dropout', { rate: 0.2, inputRate: 0.2 });
    state().changeSetting('training', 'learningRate', 0.001);
    const changed = await screen.findByRole('region', { name: 'B · Dropout 0.2, inputs 0.2' });
    const list = within(changed).getByRole('list', { name: 'Changed while training' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Epoch 12.4: dropout 0.5 → 0.2', 'Epoch 12.4: learning rate 0.005 → 0.001']);
    expect(card('A · Plain').queryByText(/dropout 0.5/)).toBeNull();
  });

  it('shows no figures of a removed arm under its letter', async () => {
    const { status, state } = open();
    status('training');
    state().removeArm('B');
    for (let i = 0; i < 5; i++) state().addArm();
    const late = await screen.findAllByText('This arm joins after Reset.');
    expect(late).toHaveLength(5);
  });

  it('shows its code in both frameworks on demand', async () => {
    const { user } = open();
    await user.click(card(/^B/).getByRole('button', { name: 'Dropout 0.5 · 0.2' }));
    expect(screen.queryByRole('region', { name: 'Keras' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Code' }));
    expect(screen.getByRole('region', { name: 'Keras' })).toHaveTextContent(
      'KerasBefore the first layerlayers.Dropout(0.2)After every hidden activationlayers.Dropout(0.5)',
    );
    expect(screen.getByRole('region', { name: 'PyTorch' })).toHaveTextContent('nn.Dropout(p=0.5)');
  });

  it('shows the training figures of the sample, as the charts do, and tells those of all rows apart', () => {
    const { frame } = open(manyRows);
    const facts = { epoch: 1, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 10 };
    const rows = [{ trainingAccuracy: 0.1 }, { validationAccuracy: 0.8, trainingAccuracy: 0.87 }];
    act(() => frame({ ...facts, lanes: [laneFrame(rows, [4, 2, 4])] }));
    const text = () => screen.getByRole('region', { name: 'A · Plain' }).textContent;
    expect(text()).toContain('Training: a sample of 500 rows, as in the charts.');
    expect(text()).not.toContain('All 1,000 rows');
    const whole = { ...laneFrame([], []), allTrainingRows: { loss: 0.3125, accuracy: 0.879 } };
    act(() => frame({ ...facts, lanes: [whole] }));
    expect(card('A · Plain').getByRole('row', { name: /^Accuracy/ })).toHaveTextContent('87.0 %');
    expect(text()).toContain('All 1,000 rows at the end: accuracy 87.9\u202f%, data loss 0.313.');
    expect(text()).not.toContain('training figures from');
  });

  it('says nothing of a sample where all rows are measured', () => {
    open();
    expect(screen.getByRole('region', { name: 'A · Plain' })).not.toHaveTextContent('sample');
  });

  it('says of a later arm whose settings it repeats', async () => {
    const { user, state } = open();
    act(() => state().duplicateArm('B'));
    const note = 'Same settings as B: the curves coincide.';
    expect(screen.getByRole('region', { name: /^C/ })).toHaveTextContent(note);
    expect(screen.getByRole('region', { name: /^B/ })).not.toHaveTextContent('Same settings');
    await user.click(card(/^C/).getByRole('button', { name: 'L2, off' }));
    expect(screen.getByRole('region', { name: /^C/ })).not.toHaveTextContent('Same settings');
  });

  it('says nothing of curves that were trained before the settings became the same', () => {
    const { status, state } = open();
    act(() => {
      status('training');
    });
    const note = () => screen.getByRole('region', { name: /^B/ }).textContent;
    act(() => state().changeRegularizer('B', 'dropout', null));
    expect(note()).toContain('Same settings as A now: after Reset the curves will coincide');
    act(() => state().duplicateArm('B'));
    expect(screen.getByRole('region', { name: /^C/ })).toHaveTextContent('Same settings as A');
  });

  it('says of what came after the epoch looked back at nothing', () => {
    const { frame, status, state } = open();
    const facts = { stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 10 };
    act(() => {
      status('training');
    });
    const rows = [0.1, 0.8, 0.9, 0.7].map((validationAccuracy) => ({ validationAccuracy }));
    act(() => frame({ ...facts, epoch: 3, lanes: [laneFrame(rows, [4, 2, 4])] }));
    act(() => state().changeSetting('training', 'learningRate', 0.001));
    const end = { kind: 'stoppedEarly', epoch: 4, message: 'Stopped at epoch 4.' } as const;
    const last = { ...laneFrame([{ epoch: 4, validationAccuracy: 0.6 }], [4, 2, 4]), end };
    act(() => frame({ ...facts, epoch: 4, lanes: [{ ...last, restoredEpoch: 2 }] }));
    const region = screen.getByRole('region', { name: 'A · Plain' });
    expect(region).toHaveTextContent('Stopped at epoch 4. The figures are of that epoch.');
    expect(region).toHaveTextContent('Epoch 3: learning rate 0.005 → 0.001');
    act(() => state().lookBack(1));
    expect(card('A · Plain').getByRole('row', { name: /^Accuracy/ })).toHaveTextContent(
      /80\.0 %.*80\.0 % at 1/,
    );
    expect(region).not.toHaveTextContent('Stopped');
    // The card’s head shows the settings of now, which that epoch did not have.
    expect(region).toHaveTextContent('Epoch 3, later: learning rate 0.005 → 0.001');
  });

  it('counts no wrong labels where there are none, not even before the data have come', () => {
    const { state } = open(trueLabels);
    expect(card('A · Plain').queryByText('Wrong labels believed')).toBeNull();
    act(() => state().reset());
    expect(card('A · Plain').queryByText('Wrong labels believed')).toBeNull();
    expect(card('A · Plain').getByRole('columnheader', { name: /^Best/ })).toBeVisible();
  });
});
