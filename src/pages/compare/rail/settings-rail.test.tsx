// @vitest-environment jsdom
import { act, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { circlesL2 } from '../../../presets/circles-l2.ts';
import { OPENING_PRESET } from '../../../presets/registry.ts';
import { TRAIN_BUTTON_ID } from '../transport/train-button-id.ts';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { RunStrips } from '../transport/run-strips.tsx';
import { Transport } from '../transport/transport.tsx';
import { SettingsRail } from './settings-rail.tsx';

// Whether each element is hidden costs most of the time of a query, and nothing here is hidden.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 30_000 });

function open() {
  const opened = openPlayground();
  render(
    <Surrounded store={opened.store}>
      <SettingsRail />
      <Transport />
      <RunStrips />
    </Surrounded>,
  );
  return { ...opened, user: userEvent.setup({ delay: null }) };
}

const AT_THE_END = { epoch: 50, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 1 };

const field = (name: string) => screen.getByRole('textbox', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('settings rail', () => {
  it('says why an experiment cannot run, before Train', async () => {
    const { user, state } = open();
    await user.clear(field('Training examples'));
    await user.type(field('Training examples'), '1500{Enter}');
    expect(state().experiment.data.trainingExamples).toBe(1500);
    expect(button('Train')).toBeDisabled();
    expect(button('Train')).toHaveAccessibleDescription(
      'Digits has 1,797 examples; 1,500 for training and 500 for validation are more than that.',
    );
    expect(button('Reset')).toBeDisabled();
    expect(button(/^Step/)).toBeDisabled();
    expect(button(/^Step/)).toHaveAccessibleDescription(/^Digits has 1,797 examples/);
    expect(field('Training examples')).toBeInvalid();
    expect(field('Training examples')).toHaveAccessibleDescription(/^Digits has 1,797 examples/);
    expect(field('Validation examples')).toBeValid();
    await user.clear(field('Validation examples'));
    await user.type(field('Validation examples'), '200{Enter}');
    expect(button('Train')).toBeEnabled();
    expect(button(/^Step/)).toBeEnabled();
    expect(field('Training examples')).toBeValid();
  });

  it('starts over as on a first visit, once anything is set', async () => {
    const { user, state, requests } = open();
    expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull();
    await user.type(field('Seed'), '7{Enter}');
    act(() => state().setPace(60));
    requests.length = 0;
    await user.click(button('Start over'));
    expect(state()).toMatchObject({ experiment: OPENING_PRESET.experiment, pace: 5 });
    expect(requests).toContain('prepareRun');
    expect(button('Train')).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull();
  });

  it('keeps a refused number out of the experiment', async () => {
    const { user, state } = open();
    await user.clear(field('Batch size'));
    await user.type(field('Batch size'), '2.5{Enter}');
    expect(field('Batch size')).toBeInvalid();
    expect(state().experiment.training.batchSize).toBe(32);
  });

  it('builds the network layer by layer, down to none', async () => {
    const { user, state } = open();
    expect(screen.getByText('19,210 parameters')).toBeVisible();
    await user.click(button('+ layer'));
    expect(state().experiment.network.hiddenLayers).toEqual([256, 256]);
    await user.click(button('Hidden layer 1, 256 units'));
    const units = field('Units of hidden layer 1');
    await user.clear(units);
    await user.type(units, '0{Enter}');
    expect(units).toHaveAccessibleDescription(/a whole number from 1 to 1024/);
    await user.clear(units);
    await user.type(units, '8{Enter}');
    expect(state().experiment.network.hiddenLayers).toEqual([8, 256]);
    for (const name of ['Hidden layer 1, 8 units', 'Hidden layer 1, 256 units']) {
      if (!screen.queryByRole('button', { name: 'Remove this layer' }))
        await user.click(button(name));
      await user.click(button('Remove this layer'));
    }
    expect(state().experiment.network.hiddenLayers).toEqual([]);
    expect(screen.getByText('650 parameters')).toBeVisible();
    // There is nothing to activate.
    expect(screen.queryByLabelText('Activation')).toBeNull();
    await user.click(button('+ layer'));
    expect(screen.getByLabelText('Activation')).toBeVisible();
  });

  it('brings what suits another data set, keeps the settings on request, and takes either back', async () => {
    const { user, state } = open();
    await user.click(screen.getByRole('tab', { name: '2-D' }));
    await user.click(screen.getByRole('radio', { name: 'Circles' }));
    const note = screen.getByRole('status', { name: 'Set with the data' });
    expect(note).toHaveTextContent(/^Came with Circles: .*2 hidden layers of 64 units/);
    expect(note).toHaveTextContent(/L2 λ = 0\.005 in arm B\.$/);
    await user.click(button('Keep my settings'));
    expect(note).toHaveFocus();
    expect(note).toHaveTextContent('Set with Circles: noise 0.1.');
    expect(note).toHaveTextContent(/Kept from Digits: .*256 hidden units/);
    await user.click(button('Use what suits Circles'));
    expect(note).toHaveTextContent(/^Came with Circles: /);
    await user.click(button('Undo'));
    expect(state().experiment.data).toMatchObject({ dataset: 'digits', wrongLabelShare: 0.3 });
    expect(note).toHaveTextContent(/^Taken back: Digits, as it was.$/);
    expect(note).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await user.click(button('Next seed'));
    expect(note).toBeEmptyDOMElement();
  });

  it('says which set is loaded while another kind is looked at, and leads back', async () => {
    const { user } = open();
    const loaded = () => screen.queryByText(/^Loaded:/)?.closest('p') ?? null;
    expect(loaded()).toBeNull();
    await user.click(screen.getByRole('tab', { name: 'Tables' }));
    expect(loaded()).toHaveTextContent('Loaded: Digits, in Images.');
    await user.click(button('Back to Images'));
    expect(screen.getByRole('radio', { name: 'Digits' })).toBeChecked();
    expect(screen.getByRole('tab', { name: 'Images' })).toHaveFocus();
    expect(loaded()).toBeNull();
  });

  it('tells of points put in and removed beside the number of training examples', () => {
    const { state } = open();
    act(() => state().applyPreset(circlesL2));
    act(() => state().changeOwnPoints([[0, 0, 1]]));
    act(() => state().changeRemovedPoints([3, 4, 9999]));
    expect(screen.getByText('Training points + 1 own − 2 removed')).toBeVisible();
    expect(button(/^Settings/)).toHaveTextContent('Circles, 120 + 1 own − 2 removed examples');
  });

  it('takes the next seed', async () => {
    const { user, state } = open();
    await user.click(button('Next seed'));
    expect(state().experiment.training.seed).toBe(43);
    act(() => state().changeSetting('training', 'seed', 4294967295));
    await user.click(button('Next seed'));
    expect(state().experiment.training.seed).toBe(0);
    expect(state().problems).toEqual([]);
  });
});

describe('transport', () => {
  it('names its one main button after what it does', async () => {
    const { user, status, frame, requests } = open();
    await user.click(button('Train'));
    expect(requests.at(-1)).toBe('trainRun');
    act(() => frame({ ...AT_THE_END, lanes: [] }));
    for (const [word, name] of [
      ['training', 'Pause'],
      ['paused', 'Train'],
      ['finished', 'Train again'],
      ['stopped', 'Train again'],
    ] as const) {
      status(word);
      expect(await screen.findByRole('button', { name })).toBeVisible();
      expect(screen.getByRole('status', { name: 'Training status' })).toHaveTextContent(
        new RegExp(`^${word}$`),
      );
    }
  });

  it('offers to continue where more epochs are set than it has trained, and Reset to begin again', async () => {
    const { user, state, status, frame, requests } = open();
    act(() => {
      status('training');
      frame({ ...AT_THE_END, lanes: [] });
      status('finished');
    });
    await user.type(field('Epochs'), '1,200{Enter}');
    expect(screen.getByText('Takes effect when you continue, or after Reset.')).toBeVisible();
    expect(button('Reset')).toBeEnabled();
    requests.length = 0;
    expect(button('Continue to 1,200')).toHaveAttribute('id', TRAIN_BUTTON_ID);
    await user.click(button('Continue to 1,200'));
    expect(requests).toEqual(['changeSettings', 'trainRun']);
    act(() => {
      status('training');
    });
    expect(button('Pause')).toBeVisible();
    expect(screen.queryByText(/^Takes effect/)).toBeNull();
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '1200');
    expect(state().epoch).toBe(50);
  });

  it('steps by epoch and by batch', async () => {
    const { user, requests } = open();
    await user.click(screen.getByRole('button', { name: /^Step/ }));
    await user.click(button('Step one epoch'));
    await user.click(button('Step one batch'));
    expect(requests.slice(-2)).toEqual(['stepEpoch', 'stepBatch']);
  });

  it('says why no step can be taken', async () => {
    const { user, status, state } = open();
    await user.click(screen.getByRole('button', { name: /^Step/ }));
    const reasons = {
      training: 'It is training: pause it to go step by step.',
      finished: 'The run has finished: Reset takes it back to epoch 0.',
      stopped: 'The run has stopped: Reset takes it back to epoch 0.',
    } as const;
    for (const [word, reason] of Object.entries(reasons)) {
      act(() => status(word as keyof typeof reasons));
      for (const name of ['Step one epoch', 'Step one batch']) {
        expect(button(name)).toBeDisabled();
        expect(button(name)).toHaveAccessibleDescription(reason);
        expect(button(name)).toHaveAttribute('title', reason);
      }
      // It would come and go with every step.
      const isShown = !screen.getByText(reason).classList.contains('visually-hidden');
      expect(isShown).toBe(word !== 'training');
    }
    act(() => status('ready'));
    expect(button('Step one batch')).toBeEnabled();
    expect(button('Step one batch')).not.toHaveAttribute('title');
    act(() => state().changeSetting('data', 'trainingExamples', 1500));
    expect(button('Step one batch')).toHaveAccessibleDescription(/^Digits has 1,797 examples/);
  });

  it('says why the changes cannot be trained', () => {
    const { status, state } = open();
    act(() => status('finished'));
    act(() => state().changeSetting('data', 'trainingExamples', 1500));
    for (const name of ['Train again', 'Reset', 'Reset and train']) {
      expect(button(name)).toBeDisabled();
      expect(button(name)).toHaveAccessibleDescription(/^Digits has 1,797 examples/);
      expect(button(name)).toHaveAttribute('title');
    }
  });

  it('offers to restart a worker that says nothing', async () => {
    const { store, user, requests } = open();
    act(() => store.setState({ isWorkerSilent: true }));
    await user.click(button('Restart the worker'));
    expect(requests.slice(-2)).toEqual(['dispose', 'prepareRun']);
    expect(screen.queryByRole('button', { name: 'Restart the worker' })).toBeNull();
  });

  it('counts epochs', async () => {
    const { frame } = open();
    frame({ lanes: [], epoch: 12, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 100 });
    const bar = await screen.findByRole('progressbar', { name: 'Epochs' });
    expect(bar).toHaveAttribute('aria-valuenow', '12');
    expect(bar).toHaveAttribute('aria-valuemax', '50');
  });

  it('says what can be done about data that did not come, and tries again', async () => {
    const { user, emit, requests } = open();
    const message = 'MNIST could not be loaded. A file did not arrive.';
    act(() => emit({ type: 'runFailed', failure: { kind: 'data', message } }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      `${message} The settings are kept: try again, or choose another data set.`,
    );
    const orders = requests.filter((request) => request === 'prepareRun').length;
    await user.click(button('Try again'));
    expect(requests.filter((request) => request === 'prepareRun')).toHaveLength(orders + 1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells of changes that wait, and takes them with Reset and train', async () => {
    const { user, status, state, requests } = open();
    status('training');
    state().changeSetting('data', 'wrongLabelShare', 0);
    const text = await screen.findByText(/Changed: wrong labels in training/);
    expect(text.closest('p')).toHaveTextContent('Takes effect after Reset.');
    await user.click(button('Reset and train'));
    expect(requests.at(-1)).toBe('prepareRun');
    expect(state().whenReady).toBe('trainRun');
  });
});
