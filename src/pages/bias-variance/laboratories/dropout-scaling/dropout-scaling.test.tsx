// @vitest-environment jsdom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { LaneOrder, PoolListener } from '../../../../client/lane-job.ts';
import { laneResult } from '../../../../figures/lane-result-fixture.ts';
import { LanePoolProvider } from '../../../../store/lane-pool-context.tsx';
import { PlaygroundProvider } from '../../../../store/playground-context.tsx';
import { openPlayground } from '../../../compare/shared/playground-fixture.tsx';
import { DropoutScaling } from './dropout-scaling.tsx';

function open() {
  const jobs: { order: LaneOrder; listener: PoolListener; isCancelled: boolean }[] = [];
  const nothing = () => undefined;
  const pool = {
    size: 1,
    start: (order: LaneOrder, listener: PoolListener) => {
      const job = { order, listener, isCancelled: false };
      jobs.push(job);
      return { pause: nothing, resume: nothing, cancel: () => (job.isCancelled = true) };
    },
  };
  const { store } = openPlayground();
  render(
    <PlaygroundProvider store={store}>
      <LanePoolProvider pool={pool}>
        <DropoutScaling />
      </LanePoolProvider>
    </PlaygroundProvider>,
  );
  return jobs;
}

const answer = (factor: number, loss: number, accuracy: number, confidence: number) => ({
  ...{ factor, loss, accuracy, confidence, activation: 0.1845 * factor },
});
const trained = laneResult(
  {},
  {
    validationRows: 500,
    scaled: {
      byFactor: [
        answer(1, 0.134, 0.966, 0.98),
        answer(0.2, 1.77, 0.963, 0.17),
        answer(0.8, 0.14, 0.966, 0.95),
      ],
      trainingActivation: 0.1847,
    },
  },
);

it('trains on Start, shows how far it is, and then the three rules', () => {
  const jobs = open();
  fireEvent.click(screen.getByRole('button', { name: 'Start' }));
  act(() => jobs[0]?.listener.progressed(0.25));
  const bar = screen.getByRole('progressbar', { name: 'Training' });
  expect(bar.getAttribute('aria-valuenow')).toBe('25');
  act(() => {
    jobs[0]?.listener.laneTrained(0, trained);
    jobs[0]?.listener.finished();
  });
  const wrong = within(screen.getByRole('row', { name: /^× p = 0\.2/ }));
  expect(wrong.getByText('1.770')).toBeTruthy();
  expect(screen.getByText(/the loss is 13 times as high/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Train again' })).toBeTruthy();
});

it('can be cancelled, by the same button', () => {
  const jobs = open();
  fireEvent.click(screen.getByRole('button', { name: 'Start' }));
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(jobs[0]?.isCancelled).toBe(true);
  expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy();
});
