// @vitest-environment jsdom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DATASETS } from '../../../../datasets/registry.ts';
import { mnistWrongLabels } from '../../../../presets/mnist-wrong-labels.ts';
import { preparedRun } from '../../../../store/compare/prepared-run-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { DigitAnswer } from './digit-answer.tsx';
import { drawPanel } from './draw-panel.ts';
import { DrawPad } from './draw-pad.tsx';

beforeEach(() => {
  Element.prototype.setPointerCapture = () => undefined;
  Element.prototype.getBoundingClientRect = () => new DOMRect(100, 200, 200, 200);
});

function open() {
  const opened = openPlayground(mnistWrongLabels);
  render(
    <Surrounded store={opened.store}>
      <DrawPad />
      <section aria-label="A">
        <DigitAnswer armId="A" />
      </section>
      <section aria-label="B">
        <DigitAnswer armId="B" />
      </section>
    </Surrounded>,
  );
  const area = screen.getByRole('application', { name: 'Draw a digit here' });
  const asked = () => opened.requests.filter((request) => request === 'askNetworks').length;
  const answer = (a: readonly number[], b: readonly number[]) =>
    act(() =>
      opened.emit({
        type: 'networksAnswered',
        questionId: 1,
        answers: [a, b].map((outputs, lane) => ({ lane, outputs: Float32Array.from(outputs) })),
      }),
    );
  /** The run comes anew, with a 3 and a 7 of the validation set. */
  const bringSamples = () => {
    const run = preparedRun(opened.state().experiment);
    const samples = [3, 7].map((trueLabel) => ({
      row: 10 + trueLabel,
      trueLabel,
      features: new Float32Array(784).fill(trueLabel / 10),
    }));
    act(() => opened.emit({ type: 'runPrepared', run: { ...run, samples } }));
  };
  const card = (name: string) => within(screen.getByRole('region', { name }));
  return { ...opened, area, asked, answer, bringSamples, card, user: userEvent.setup() };
}

/** All the rest of the probability goes to 0. */
const sure = (digit: number, share: number) =>
  Array.from({ length: 10 }, (_, one) => (one === digit ? share : one === 0 ? 1 - share : 0));

const press = (area: HTMLElement, x: number, y: number, pointerId = 1) =>
  fireEvent.pointerDown(area, { pointerId, button: 0, clientX: x, clientY: y });
const move = (area: HTMLElement, x: number, y: number, pointerId = 1) =>
  fireEvent.pointerMove(area, { pointerId, clientX: x, clientY: y });

describe('drawing', () => {
  it('follows the pointer, one finger at a time, and keeps strokes within the sheet', () => {
    const { area, state } = open();
    move(area, 150, 250);
    expect(state().drawing).toEqual([]);
    press(area, 150, 250);
    press(area, 220, 220, 2);
    move(area, 220, 260, 2);
    move(area, 200, 300);
    move(area, 500, 100);
    fireEvent.pointerUp(area, { pointerId: 1 });
    move(area, 180, 220);
    press(area, 300, 400);
    expect(state().drawing).toEqual([
      [
        { x: 0.25, y: 0.25 },
        { x: 0.5, y: 0.5 },
        { x: 1, y: 0 },
      ],
      [{ x: 1, y: 1 }],
    ]);
  });

  it('goes by keys: arrows move the pen, Space puts it down and lifts it', async () => {
    const { area, state, user, asked } = open();
    area.focus();
    await user.keyboard('{ArrowRight}[Space]{ArrowDown}{ArrowDown}{ArrowLeft}[Space]{ArrowDown}');
    const [stroke, ...others] = state().drawing;
    expect(others).toEqual([]);
    const [from, ...to] = stroke ?? [];
    const steps = to.map(({ x, y }) => [x - (from?.x ?? NaN), y - (from?.y ?? NaN)]);
    expect(steps.flat().map((step) => Number(step.toFixed(6)))).toEqual([
      ...[0, 0.04],
      ...[0, 0.08],
      ...[-0.04, 0.08],
    ]);
    expect(asked()).toBe(4);
    // Who leaves with the pen down does not go on where they come back.
    await user.keyboard('[Space]');
    act(() => area.blur());
    area.focus();
    await user.keyboard('{ArrowUp}');
    expect(state().drawing.map(({ length }) => length)).toEqual([4, 1]);
  });

  it('is cleared', async () => {
    const { area, state, user, card, answer } = open();
    expect(screen.getByRole('button', { name: 'Clear' })).toBeDisabled();
    press(area, 150, 250);
    answer(sure(7, 0.9), sure(1, 0.6));
    expect(card('A').getByRole('list')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(state().drawing).toEqual([]);
    expect(area).toHaveFocus();
    expect(card('A').getByText(/^Draw a digit above, or choose one/)).toBeVisible();
    expect(
      within(screen.getByRole('list', { name: 'Answers' })).queryAllByRole('listitem'),
    ).toEqual([]);
  });
});

describe('the answers', () => {
  it('are shown for every arm as bars, and in words', () => {
    const { area, answer, card } = open();
    press(area, 150, 250);
    expect(card('A').getByText('Its answer comes with the run.')).toBeVisible();
    answer(sure(7, 0.93), sure(1, 0.6));
    expect(card('A').getByText('It says 7 (93 %), and next 0 (7 %).')).toBeVisible();
    expect(card('B').getByText('It says 1 (60 %), and next 0 (40 %).')).toBeVisible();
    const digits = card('A').getAllByRole('listitem');
    expect(digits.map((digit) => digit.textContent)).toEqual(
      Array.from(
        { length: 10 },
        (_, digit) => `${digit}${{ 0: '7\u202f%', 7: '93\u202f%' }[digit] ?? '0\u202f%'}`,
      ),
    );
    expect(digits.map((digit) => digit.dataset['top'])).toEqual(
      Array.from({ length: 10 }, (_, digit) => String(digit === 7)),
    );
    const summary = within(screen.getByRole('list', { name: 'Answers' })).getAllByRole('listitem');
    expect(summary.map((item) => item.textContent)).toEqual([
      'A says 793\u202f%',
      'B says 160\u202f%',
    ]);
  });

  it('are asked for anew when the networks have learnt, and not while nothing is drawn', () => {
    const { area, asked, frame, status } = open();
    const epoch = (done: number, stepInEpoch = 0) =>
      act(() =>
        frame({ lanes: [], epoch: done, stepInEpoch, stepsPerEpoch: 13, stepsPerSecond: 1 }),
      );
    act(() => status('training'));
    epoch(1);
    expect(asked()).toBe(0);
    press(area, 150, 250);
    expect(asked()).toBe(1);
    epoch(2);
    expect(asked()).toBe(2);
    // In mid-epoch it is not asked at every frame, but where training rests.
    epoch(2, 6);
    expect(asked()).toBe(2);
    act(() => status('paused'));
    expect(asked()).toBe(3);
    epoch(2, 7);
    expect(asked()).toBe(4);
  });

  it('are asked for again by a run that goes on elsewhere with the same status', () => {
    const { area, answer, asked, emit, status, card } = open();
    act(() => status('paused'));
    press(area, 150, 250);
    answer(sure(7, 0.93), sure(1, 0.6));
    const before = asked();
    const backend = { name: 'cpu', reason: '', renderer: null, hardware: false } as const;
    act(() => emit({ type: 'runResumed', epoch: 0, backend }));
    act(() => status('paused'));
    expect(asked()).toBe(before + 1);
    answer(sure(7, 0.93), sure(1, 0.6));
    expect(card('A').getByText(/^It says 7/)).toBeVisible();
    expect(asked()).toBe(before + 1);
  });

  it('end where an arm has diverged', () => {
    const { area, frame, card } = open();
    press(area, 150, 250);
    const end = { kind: 'diverged', epoch: 2, message: 'Diverged in epoch 2.' } as const;
    act(() =>
      frame({
        lanes: [
          {
            ...{ lane: 0, rows: new Float64Array(0), current: null, allTrainingRows: null, end },
            ...{ mislabelledAnswers: new Int32Array(0), restoredEpoch: null, pictures: [] },
          },
        ],
        ...{ epoch: 2, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 1 },
      }),
    );
    expect(card('A').getByText('It diverged: it answers nothing.')).toBeVisible();
  });

  it('are those of now, also for who looks back', () => {
    const { area, answer, state, card } = open();
    press(area, 150, 250);
    answer(sure(7, 0.93), sure(1, 0.6));
    act(() => state().lookBack(1));
    expect(card('A').getByText(/^This is its answer now/)).toBeVisible();
  });
});

describe('digits of the validation set', () => {
  it('are asked about without drawing, by arrow keys', async () => {
    const { bringSamples, store, user, card, answer } = open();
    bringSamples();
    const asked = vi.spyOn(store.getState(), 'askNetworks');
    const three = screen.getByRole('radio', { name: '3, validation image 14' });
    act(() => three.focus());
    await user.keyboard(' ');
    expect(three).toBeChecked();
    expect(screen.getByText(/a 3 of the validation set\. None of them was trained/)).toBeVisible();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: '7, validation image 18' })).toBeChecked();
    expect(screen.getByRole('img', { name: 'A 7 of the validation set' })).toBeVisible();
    expect(asked.mock.calls.map(([features]) => features[0]?.toFixed(1))).toEqual(['0.3', '0.7']);
    answer(sure(7, 0.93), sure(1, 0.6));
    expect(card('A').getByText('It says 7 (93 %), and next 0 (7 %).')).toBeVisible();
  });

  it('make room for a drawing, and a drawing for them', async () => {
    const { bringSamples, area, user, state } = open();
    bringSamples();
    press(area, 150, 250);
    fireEvent.pointerUp(area, { pointerId: 1 });
    const seven = screen.getByRole('radio', { name: /^7/ });
    await user.click(seven);
    expect(state().drawing).toEqual([]);
    press(area, 150, 250);
    expect(seven).not.toBeChecked();
    expect(screen.getByRole('img', { name: 'Your digit in 28 × 28 pixels' })).toBeVisible();
    await user.click(seven);
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(seven).not.toBeChecked();
    expect(screen.getByRole('img', { name: 'Nothing drawn yet' })).toBeVisible();
  });
});

it('is offered for the digits of MNIST alone', () => {
  const { experiment } = mnistWrongLabels;
  const offered = DATASETS.filter((dataset) => drawPanel.applies({ dataset, experiment }));
  expect(offered.map(({ id }) => id)).toEqual(['mnist']);
});
