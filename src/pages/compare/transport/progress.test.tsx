// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { Progress } from './progress.tsx';

it('tells batch and time left of a long run, and keeps to finished epochs as the value', () => {
  const { store } = openPlayground();
  render(
    <Surrounded store={store}>
      <Progress />
    </Surrounded>,
  );
  const bar = screen.getByRole('progressbar', { name: 'Epochs' });
  const runProgress = { measured: null, epochSeconds: 20, secondsLeft: 41 };
  act(() => store.setState({ status: 'training', runProgress }));
  act(() => store.setState({ epoch: 2, stepInEpoch: 312, stepsPerEpoch: 1875 }));
  expect(screen.getByText('batch 312 of 1,875')).toBeVisible();
  expect(screen.getByText('about 40 s left')).toBeVisible();
  expect(screen.getByRole('status', { name: 'Training status' }).textContent).toBe('training');
  expect(bar).toHaveAttribute('aria-valuenow', '2');
  expect(bar.getAttribute('aria-valuetext')).toMatch(
    /^Epoch 2 of \d+, batch 312 of 1,875, about 40/,
  );
  act(() => store.setState({ runProgress: { ...runProgress, measured: 0.4 } }));
  expect(screen.getByText('measuring, 40 %')).toBeVisible();
  act(() => store.setState({ status: 'finished', stepInEpoch: 0 }));
  expect(screen.queryByText(/left|measuring|batch/)).toBeNull();
});

it('shows the status without a word to screen readers where it is to be quiet', () => {
  const { store } = openPlayground();
  render(
    <Surrounded store={store}>
      <Progress isQuiet />
    </Surrounded>,
  );
  act(() => store.setState({ status: 'training' }));
  expect(screen.getByText('training')).toBeVisible();
  expect(screen.queryByRole('status')).toBeNull();
});
