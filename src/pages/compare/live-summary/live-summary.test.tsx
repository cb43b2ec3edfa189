// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../../figures/figures.ts';
import type { FigureName } from '../../../figures/figures.ts';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { LiveSummary } from './live-summary.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(props: ComponentProps<typeof LiveSummary> = {}) {
  const opened = openPlayground();
  render(
    <Surrounded store={opened.store}>
      <LiveSummary {...props} />
    </Surrounded>,
  );
  let epoch = -1;
  /** The next epoch of both arms. */
  const finishEpoch = (figures: readonly Partial<Record<FigureName, number>>[]) => {
    epoch += 1;
    act(() => {
      opened.frame({
        ...{ epoch, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: NaN },
        lanes: figures.map((own, lane) => ({
          ...{ lane, rows: rowOf({ epoch, ...own }), current: null, pictures: [] },
          ...{ mislabelledAnswers: new Int32Array(3), allTrainingRows: null },
          ...{ end: null, restoredEpoch: null },
        })),
      });
    });
  };
  const said = () => screen.getByRole('status', { name: 'Figures so far' }).textContent;
  return { ...opened, finishEpoch, said };
}

function rowOf(figures: Partial<Record<FigureName, number>>): Float64Array {
  const row = new Float64Array(FIGURE_COUNT).fill(NaN);
  for (const [name, value] of Object.entries(figures))
    row[FIGURE_INDEX[name as FigureName]] = value;
  return row;
}

const pass = (ms: number) => {
  act(() => void vi.advanceTimersByTime(ms));
};
const accuracies = (a: number, b: number) => [{ validationAccuracy: a }, { validationAccuracy: b }];

it('speaks every ten seconds while it trains, and at the end', () => {
  const { status, finishEpoch, said } = open();
  finishEpoch(accuracies(0.1, 0.1));
  pass(1000);
  expect(said()).toBe('');
  act(() => {
    status('training');
  });
  finishEpoch(accuracies(0.842, 0.86));
  pass(9000);
  expect(said()).toBe('');
  pass(1000);
  expect(said()).toBe('Epoch 1 of 50: validation accuracy A 84.2\u202f% and B 86.0\u202f%.');
  finishEpoch(accuracies(0.9, 0.9));
  pass(9000);
  expect(said()).toMatch(/^Epoch 1 of 50/);
  act(() => {
    status('finished');
  });
  pass(1000);
  expect(said()).toBe(
    'Training finished at epoch 2 of 50: validation accuracy A 90.0\u202f% and B 90.0\u202f%.',
  );
});

it('says the loss where there is no accuracy, and is silent after a reset', () => {
  const { status, finishEpoch, said, store } = open();
  act(() => {
    status('training');
  });
  finishEpoch([{ validationLoss: 1 }, { validationLoss: 1 }]);
  finishEpoch([{ validationLoss: 0.5 }, { validationLoss: 0.25 }]);
  act(() => {
    status('paused');
  });
  pass(1000);
  expect(said()).toBe('Epoch 1 of 50: validation loss A 0.500 and B 0.250.');
  act(() => {
    store.setState({ epoch: 0 });
    status('ready');
  });
  pass(1000);
  expect(said()).toBe('');
});

it('says the loss where that is what matters, and nothing before it may', () => {
  const loss = open({ figure: 'validationLoss' });
  loss.finishEpoch(accuracies(0.1, 0.1));
  loss.finishEpoch(
    [0.5, 0.25].map((validationLoss) => ({ validationAccuracy: 0.9, validationLoss })),
  );
  act(() => {
    loss.status('paused');
  });
  pass(1000);
  expect(loss.said()).toBe('Epoch 1 of 50: validation loss A 0.500 and B 0.250.');
  cleanup();
  const silent = open({ isSilent: true });
  silent.finishEpoch(accuracies(0.1, 0.1));
  silent.finishEpoch(accuracies(0.842, 0.86));
  act(() => {
    silent.status('paused');
  });
  pass(20_000);
  expect(silent.said()).toBe('');
});

it('speaks of the epoch looked back at, once the slider rests', () => {
  const { status, finishEpoch, said, state } = open();
  act(() => {
    status('training');
  });
  finishEpoch(accuracies(0.1, 0.1));
  finishEpoch(accuracies(0.842, 0.86));
  finishEpoch(accuracies(0.9, 0.9));
  act(() => {
    status('finished');
  });
  pass(1000);
  act(() => state().lookBack(1));
  pass(200);
  expect(said()).toMatch(/^Training finished at epoch 2/);
  pass(800);
  expect(said()).toBe(
    'Looking back at epoch 1 of 50: validation accuracy A 84.2\u202f% and B 86.0\u202f%.',
  );
  act(() => state().lookBack(null));
  pass(1000);
  expect(said()).toMatch(/^Training finished at epoch 2 of 50/);
});
