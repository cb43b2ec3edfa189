// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Preset } from '../../../presets/preset.ts';
import { OPENING_PRESET } from '../../../presets/registry.ts';
import { stageWith } from '../../../presets/stage.ts';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../../figures/figures.ts';
import type { FigureName } from '../../../figures/figures.ts';
import type { LaneFrame } from '../../../protocol/messages.ts';
import type { Pictures, Views } from '../../../protocol/views.ts';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { VerdictPanel } from './verdict-panel.tsx';

function open(preset: Preset = OPENING_PRESET) {
  const opened = openPlayground(preset);
  render(
    <Surrounded store={opened.store}>
      <VerdictPanel headline={<p>The question.</p>} introduction={<p>The introduction.</p>} />
    </Surrounded>,
  );
  /** One epoch of every lane, with its validation accuracy. */
  const epoch = (number: number, accuracies: readonly number[], more: More = {}) =>
    act(() => {
      const lanes = accuracies.map((validationAccuracy, lane) =>
        laneFrame(lane, { ...more.figures, epoch: number, validationAccuracy }, more),
      );
      const facts = { stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 900 };
      opened.frame({ lanes, epoch: number, ...facts });
    });
  const status = (word: Parameters<typeof opened.status>[0]) =>
    act(() => {
      opened.status(word);
    });
  return { ...opened, epoch, status, user: userEvent.setup({ delay: null }) };
}

interface More {
  /** Of every lane. */
  readonly figures?: Partial<Record<FigureName, number>>;
  /** [lane] */
  readonly pictures?: Readonly<Record<number, Pictures>>;
}

function withArms(arms: Parameters<typeof stageWith>[0]['arms']): Preset {
  return { ...OPENING_PRESET, experiment: stageWith({ arms }) };
}

function laneFrame(
  lane: number,
  { epoch, ...own }: Partial<Record<FigureName, number>> & { readonly epoch: number },
  { pictures = {} }: More,
): LaneFrame {
  const rows = new Float64Array(FIGURE_COUNT).fill(NaN);
  const figures = {
    ...{ epoch, trainingAccuracy: 0.99, validationLoss: 1, ...own },
    ...{ wrongLabelsBelieved: lane === 0 ? 114 : 19, wrongLabelsSeenThrough: lane === 0 ? 3 : 95 },
  };
  for (const [name, value] of Object.entries(figures))
    rows[FIGURE_INDEX[name as keyof typeof figures]] = value;
  const picture = pictures[lane];
  return {
    ...{ lane, rows, current: null, mislabelledAnswers: new Int32Array(0), allTrainingRows: null },
    ...{ end: null, restoredEpoch: null },
    pictures: picture ? [{ epoch, pictures: picture }] : [],
  };
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

it('leaves its place to the introduction before training', () => {
  open();
  expect(region()).toHaveTextContent(/^The question\.The introduction\.$/);
  expect(announced()).toBeEmptyDOMElement();
  expect(within(region()).queryByText('How this was judged')).toBeNull();
});

it('tells with every frame how it goes, at the epoch that the cards show, and announces nothing of it', () => {
  const { epoch, status } = open();
  status('training');
  epoch(0, [0.1, 0.1]);
  epoch(1, [0.5, 0.6]);
  expect(region()).toHaveTextContent(
    'So far, at epoch 1 of 50: B is at 60.0 % validation accuracy, A at 50.0 %',
  );
  expect(region()).toHaveTextContent(/^The question\./);
  expect(region()).not.toHaveTextContent('The introduction.');
  epoch(2, [0.6, 0.7]);
  epoch(3, [0.7, 0.8]);
  expect(region()).toHaveTextContent(
    'So far, at epoch 3 of 50: B is at 80.0 % validation accuracy, A at 70.0 %',
  );
  expect(region()).not.toHaveTextContent('Try next');
  expect(announced()).toBeEmptyDOMElement();
  epoch(4, [0.71, 0.81]);
  status('paused');
  expect(region()).toHaveTextContent('So far, at epoch 4 of 50: B is at 81.0');
  expect(announced()).toBeEmptyDOMElement();
});

it('announces the verdict at the end, and tells how it was judged', () => {
  const opened = open();
  finish(opened, [0.764, 0.92]);
  expect(announced()).toHaveTextContent(
    /^One run: B ends at 92\.0 % validation accuracy, A at 76\.4 % on the same 500 images\. Another seed may differ;/,
  );
  const method = screen.getByText('How this was judged').closest('details');
  expect(method).not.toHaveAttribute('open');
  expect(method).toHaveTextContent('Same start, same batches: only dropout differs.');
  expect(method).toHaveTextContent('The last one trained, 50, not the best one seen.');
  expect(method).toHaveTextContent('No interval: that takes 3 seeds.');
});

it('speaks of the epoch looked back at, and concludes nothing there', () => {
  const opened = open();
  const { epoch, status } = opened;
  status('training');
  epoch(0, [0.1, 0.1]);
  for (let number = 1; number <= 50; number++) epoch(number, [0.9 - 0.003 * number, 0.92]);
  status('finished');
  const before = region().textContent;
  act(() => opened.state().lookBack(8));
  expect(region()).toHaveTextContent(
    /^The question\.Looking back, at epoch 8 of 50: B is at 92\.0 % validation accuracy, A at 87\.6 % on the same 500 images\. The verdict is for the last epoch\./,
  );
  expect(announced()).toBeEmptyDOMElement();
  expect(region()).not.toHaveTextContent('Try next');
  expect(region()).toHaveTextContent('The one looked back at, 8 of 50.');
  act(() => opened.state().lookBack(0));
  expect(region()).toHaveTextContent(
    /^The question\.Looking back, at epoch 0 of 50, before any training: A is at 10\.0 % validation accuracy, B at 10\.0 % on the same 500 images\. The verdict is for the last epoch\./,
  );
  expect(region()).not.toHaveTextContent('The introduction.');
  act(() => opened.state().lookBack(null));
  expect(region().textContent).toBe(before);
});

it('says at once that a setting was changed on the way, with its epoch', () => {
  const opened = open();
  const { epoch, status } = opened;
  status('training');
  epoch(0, [0.1, 0.1]);
  for (let number = 1; number <= 12; number++) epoch(number, [0.764, 0.92]);
  act(() => opened.state().changeRegularizer('B', 'dropout', { rate: 0.2, inputRate: 0.2 }));
  for (let number = 13; number <= 50; number++) epoch(number, [0.764, 0.92]);
  status('finished');
  expect(announced()).toHaveTextContent(
    'One run: B ends at 92.0 % validation accuracy, A at 76.4 % on the same 500 images, with B’s settings changed on the way.',
  );
  expect(announced()).toHaveTextContent(
    'B’s dropout was changed from 0.5 to 0.2 at epoch 12: it is not the same experiment throughout.',
  );
  expect(region()).toHaveTextContent('ChangedB’s dropout was changed from 0.5 to 0.2 at epoch 12');
  // At epoch 12 that was still to come.
  act(() => opened.state().lookBack(12));
  expect(region()).not.toHaveTextContent('changed');
});

it('counts small weights where there is a picture of them at the end, and only there', () => {
  const l1 = { lambda: 0.002, proximal: false };
  const opened = open(withArms([{ regularizers: {} }, { regularizers: { l1 } }]));
  const { epoch, status } = opened;
  status('training');
  const figures = { zeroWeights: 0 };
  for (let number = 0; number <= 49; number++) epoch(number, [0.7, 0.9], { figures });
  const weights = (small: number): Views['weights'] => ({
    layers: [
      {
        ...{ inputs: 64, units: 10, norm: 1, zeros: 0, small, meanSize: 0.1, largest: 1 },
        ...{ counts: new Uint32Array(2), binWidth: 1 },
      },
    ],
  });
  epoch(50, [0.7, 0.9], { figures, pictures: { 1: { weights: weights(160) } } });
  status('finished');
  expect(region()).toHaveTextContent(
    'No weight of B is exactly 0 (25 % are below 0.001): L1 as a penalty shrinks, it does not cut.',
  );
  opened.arriveAnew();
  for (let number = 0; number <= 48; number++) epoch(number, [0.7, 0.9], { figures });
  epoch(49, [0.7, 0.9], { figures, pictures: { 1: { weights: weights(160) } } });
  epoch(50, [0.7, 0.9], { figures });
  status('finished');
  expect(region()).toHaveTextContent(
    'No weight of B is exactly 0: L1 as a penalty shrinks, it does not cut.',
  );
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
    'The opened test set says: accuracy B 88.4, A 73.5 % on 897 images.',
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
  epoch(50, accuracies, {
    pictures: { 0: { mistakes: mistakes(40) }, 1: { mistakes: mistakes(32) } },
  });
  status('finished');
  // The arms are eight images apart, all of them to one side.
  expect(announced()).toHaveTextContent('Another seed may differ');
  expect(region()).toHaveTextContent(
    'Only one of B and A is right on 8 of the 500 images: B on 8, A on 0; chance alone divides them so unevenly in 0.78 % of cases.',
  );
});

it('suggests the next experiment, and trains it at a press', async () => {
  const opened = open();
  finish(opened, [0.764, 0.92]);
  expect(region()).toHaveTextContent(
    'Try next: train without wrong labels, or train over 5 seeds.',
  );
  opened.requests.length = 0;
  await opened.user.click(screen.getByRole('button', { name: 'train over 5 seeds' }));
  expect(opened.state().experiment.training.replicates).toBe(5);
  expect(opened.state().experiment.data.wrongLabelShare).toBe(0.3);
  expect(opened.requests).toEqual(['prepareRun']);
  expect(opened.state().whenReady).toBe('trainRun');
  // What was pressed goes; the next verdict will stand here.
  expect(region()).toHaveFocus();
});

it('has one sentence and a table of five arms', () => {
  const rates = [0, 0.2, 0.5, 0.8, 0.9];
  const opened = open(
    withArms(rates.map((rate) => ({ regularizers: { dropout: { rate, inputRate: 0 } } }))),
  );
  finish(opened, [0.72, 0.9, 0.902, 0.5, 0.6]);
  expect(announced()).toHaveTextContent(
    /^One run: dropout 0\.5 \(C\) ends highest, at 90\.2 % validation accuracy, plain \(A\) at 72\.0 % on the same 500 images\. Its lead over dropout 0\.2 \(B\) is too small to tell on 500 images\.$/,
  );
  const table = screen.getByRole('table', { name: 'All 5 arms' });
  const headings = within(table).getAllByRole('columnheader');
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    ...['Arm', 'Validation', 'Minus A, points', 'Gap, points', 'Note'],
  ]);
  const row = within(table).getByRole('row', { name: /B · Dropout 0\.2/ });
  expect(within(row).getByRole('rowheader')).toHaveTextContent('B · Dropout 0.2');
  expect(row).toHaveTextContent('90.0 %+18.09.0too close to the best to tell');
});

it('suggests nothing that cannot run', () => {
  const opened = open();
  finish(opened, [0.764, 0.92]);
  act(() => opened.state().changeSetting('training', 'batchSize', 100_000));
  expect(opened.state().problems).not.toEqual([]);
  expect(screen.getByRole('button', { name: 'train over 5 seeds' })).toBeDisabled();
});

it('sends to the sealed test set once one arm is clearly the best', () => {
  const { experiment } = OPENING_PRESET;
  const opened = open({
    ...OPENING_PRESET,
    experiment: { ...experiment, training: { ...experiment.training, replicates: 3 } },
  });
  finish(opened, [0.76, 0.92, 0.77, 0.91, 0.75, 0.93]);
  const hint = 'When you are done choosing, open the test set for a fair figure of B.';
  expect(region()).toHaveTextContent(`Try next: train without wrong labels. ${hint}`);
  act(() => opened.emit({ type: 'testMeasured', test: { rows: 897, lanes: [] } }));
  expect(region()).not.toHaveTextContent('When you are done choosing');
});

it('says nothing of an arm that was removed', () => {
  const opened = open();
  finish(opened, [0.764, 0.92]);
  act(() => opened.state().removeArm('B'));
  expect(announced()).toHaveTextContent(
    'One run: A ends at 76.4 % validation accuracy on 500 images.',
  );
  expect(announced()).not.toHaveTextContent('B');
});

it('says nothing of a run that failed', () => {
  const opened = open();
  opened.status('training');
  opened.epoch(0, [0.1, 0.1]);
  opened.epoch(1, [0.5, 0.6]);
  act(() => opened.emit({ type: 'runFailed', failure: { kind: 'internal', message: 'Broken.' } }));
  expect(region()).toHaveTextContent(/^The question\.The introduction\.$/);
});
