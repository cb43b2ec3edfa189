// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Preset } from '../../presets/preset.ts';
import { OPENING_PRESET } from '../../presets/registry.ts';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../protocol/figures.ts';
import type { LaneFrame } from '../../protocol/messages.ts';
import type { Views } from '../../protocol/views.ts';
import { openPlayground, Surrounded } from '../playground-fixture.tsx';
import { VerdictPanel } from './verdict-panel.tsx';

afterEach(() => {
  vi.useRealTimers();
});

function open(preset: Preset = OPENING_PRESET) {
  const opened = openPlayground(preset);
  render(
    <Surrounded store={opened.store}>
      <VerdictPanel />
    </Surrounded>,
  );
  /** One epoch of every lane, with its validation accuracy. */
  const epoch = (number: number, accuracies: readonly number[], mistakes: MistakesOf = {}) =>
    act(() => {
      const lanes = accuracies.map((accuracy, lane) => laneFrame(lane, number, accuracy, mistakes));
      const facts = { stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 900 };
      opened.frame({ lanes, epoch: number, ...facts });
    });
  const status = (word: Parameters<typeof opened.status>[0]) =>
    act(() => {
      opened.status(word);
    });
  return { ...opened, epoch, status, user: userEvent.setup({ delay: null }) };
}

type MistakesOf = Readonly<Record<number, Views['mistakes']>>;

function laneFrame(lane: number, epoch: number, accuracy: number, mistakes: MistakesOf): LaneFrame {
  const rows = new Float64Array(FIGURE_COUNT).fill(NaN);
  const figures = {
    ...{ epoch, validationAccuracy: accuracy, trainingAccuracy: 0.99, validationLoss: 1 },
    ...{ wrongLabelsBelieved: lane === 0 ? 114 : 19, wrongLabelsSeenThrough: lane === 0 ? 3 : 95 },
  };
  for (const [name, value] of Object.entries(figures))
    rows[FIGURE_INDEX[name as keyof typeof figures]] = value;
  const picture = mistakes[lane];
  return {
    ...{ lane, rows, current: null, liarAnswers: new Int32Array(0), allTrainingRows: null },
    ...{ end: null, restoredEpoch: null },
    pictures: picture ? [{ epoch, pictures: { mistakes: picture } }] : [],
  };
}

function wait(durationMs: number): void {
  act(() => {
    vi.advanceTimersByTime(durationMs);
  });
}

const region = () => screen.getByRole('region', { name: 'Verdict' });
const announced = () => screen.getByRole('status', { name: 'What the run shows' });

/** To the end, which every lane reaches at its first epoch already. */
function finish({ epoch, status }: ReturnType<typeof open>, accuracies: readonly number[]) {
  status('training');
  epoch(
    0,
    accuracies.map(() => 0.1),
  );
  for (let number = 1; number <= 50; number++) epoch(number, accuracies);
  status('finished');
}

it('says what to look for before training', () => {
  open();
  expect(region()).toHaveTextContent(
    /^Watch the solid validation lines: .* wrong labels believed\.$/,
  );
  expect(announced()).toBeEmptyDOMElement();
  expect(within(region()).queryByText('How this was judged')).toBeNull();
});

it('tells how it goes, not oftener than can be read, and announces nothing of it', () => {
  vi.useFakeTimers();
  const { epoch, status } = open();
  status('training');
  epoch(0, [0.1, 0.1]);
  wait(1000);
  epoch(1, [0.5, 0.6]);
  expect(region()).not.toHaveTextContent('So far');
  wait(1000);
  expect(region()).toHaveTextContent('So far, at epoch 1 of 50: B is at 60.0, A at 50.0 %');
  expect(region()).toHaveTextContent('Watch the solid validation lines');
  epoch(2, [0.6, 0.7]);
  wait(900);
  epoch(3, [0.7, 0.8]);
  expect(region()).toHaveTextContent('So far, at epoch 1 of 50');
  wait(100);
  expect(region()).toHaveTextContent('So far, at epoch 3 of 50: B is at 80.0, A at 70.0 %');
  expect(region()).not.toHaveTextContent('Try next');
  expect(announced()).toBeEmptyDOMElement();
  // At rest it waits for nothing.
  epoch(4, [0.71, 0.81]);
  status('paused');
  expect(region()).toHaveTextContent('So far, at epoch 4 of 50: B is at 81.0');
  expect(announced()).toBeEmptyDOMElement();
});

it('announces the verdict at the end, and tells how it was judged', () => {
  const opened = open();
  finish(opened, [0.764, 0.92]);
  expect(announced()).toHaveTextContent(
    /^One run: B ends at 92\.0, A at 76\.4 % on the same 500 images\. Another seed may differ;/,
  );
  const method = screen.getByText('How this was judged').closest('details');
  expect(method).not.toHaveAttribute('open');
  expect(method).toHaveTextContent('Same start, same batches: only dropout differs.');
  expect(method).toHaveTextContent('The last one trained, 50, not the best one seen.');
  expect(method).toHaveTextContent('No interval: that takes 3 seeds.');
  // Looking back is for the curves; the run stands where it stood.
  const before = region().textContent;
  act(() => opened.state().lookBack(8));
  expect(region().textContent).toBe(before);
});

it('shows two statements and keeps the others behind a line', () => {
  const opened = open();
  finish(opened, [0.764, 0.92]);
  expect(announced()).toHaveTextContent(/Of 120 wrong labels A repeats 114, B 19;/);
  expect(screen.queryByText(/more finding/)).toBeNull();
  const test = {
    rows: 897,
    lanes: [
      { lane: 0, loss: 0.85, accuracy: 0.735 },
      { lane: 1, loss: 0.67, accuracy: 0.884 },
    ],
  };
  act(() => opened.emit({ type: 'testMeasured', test }));
  expect(announced()).toHaveTextContent(
    'The opened test set says: B 88.4, A 73.5 % on 897 images.',
  );
  expect(announced()).not.toHaveTextContent('wrong labels');
  const others = screen.getByText('1 more finding').closest('details');
  expect(others).not.toHaveAttribute('open');
  expect(others).toHaveTextContent(/Of 120 wrong labels A repeats 114, B 19;/);
});

it('judges a single run by the images that only one arm gets right, where they are known', () => {
  const opened = open();
  const { epoch, status } = opened;
  status('training');
  epoch(0, [0.1, 0.1]);
  const accuracies = [0.92, 0.936];
  for (let number = 1; number < 50; number++) epoch(number, accuracies);
  /** Of 500 rows A gets the first 40 wrong, B the first 32. */
  const mistakes = (wrong: number): Views['mistakes'] => ({
    trueClasses: new Uint8Array(500),
    answers: new Uint8Array(500).fill(1, 0, wrong),
    certainties: new Uint16Array(500),
    examples: [],
  });
  epoch(50, accuracies, { 0: mistakes(40), 1: mistakes(32) });
  status('finished');
  // The arms are eight images apart, more than 2 · √8 = 5.7.
  expect(announced()).toHaveTextContent('Another seed may differ');
  expect(region()).toHaveTextContent('those that only one of the two gets right (here 8)');
});

it('suggests the next experiment, and then to train it', async () => {
  const opened = open();
  finish(opened, [0.764, 0.92]);
  const next = screen.getByRole('button', { name: 'set wrong labels to 0 %' });
  expect(region()).toHaveTextContent('Try next: set wrong labels to 0 %, or repeat over 5 seeds.');
  await opened.user.click(next);
  expect(opened.state().experiment.data.wrongLabelShare).toBe(0);
  expect(region()).toHaveTextContent('Try next: train with wrong labels at 0 %, or repeat');
  // Who pressed it stays at it.
  expect(next).toHaveFocus();
  await opened.user.click(screen.getByRole('button', { name: 'repeat over 5 seeds' }));
  expect(opened.state().experiment.training.replicates).toBe(5);
  opened.requests.length = 0;
  await opened.user.click(next);
  expect(opened.requests).toContain('prepareRun');
  expect(opened.state().whenReady).toBe('trainRun');
});

it('says nothing of an arm that was removed', () => {
  const opened = open();
  finish(opened, [0.764, 0.92]);
  act(() => opened.state().removeArm('B'));
  expect(announced()).toHaveTextContent('One run: A ends at 76.4 % on 500 validation images.');
  expect(announced()).not.toHaveTextContent('B');
});

it('says nothing of a run that failed', () => {
  const opened = open();
  opened.status('training');
  opened.epoch(0, [0.1, 0.1]);
  opened.epoch(1, [0.5, 0.6]);
  act(() => opened.emit({ type: 'runFailed', failure: { kind: 'internal', message: 'Broken.' } }));
  expect(region()).toHaveTextContent(/^Watch /);
});
