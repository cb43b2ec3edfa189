// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { preparedRun } from '../../../store/compare/prepared-run-fixture.ts';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { TestSet } from './test-set.tsx';

function open() {
  const opened = openPlayground();
  render(
    <Surrounded store={opened.store}>
      <TestSet />
    </Surrounded>,
  );
  return { ...opened, user: userEvent.setup({ delay: null }) };
}

const button = () => screen.getByRole('button', { name: 'Open the test set…' });

it('is sealed until training rests, and opened by a second click only', async () => {
  const { user, status, requests } = open();
  expect(screen.getByText('897 images, not used for any choice.')).toBeVisible();
  expect(button()).toBeDisabled();
  status('training');
  expect(button()).toBeDisabled();
  status('finished');
  await user.click(await screen.findByRole('button', { name: 'Open the test set…' }));
  expect(requests).not.toContain('openTest');
  await user.click(screen.getByRole('button', { name: 'Open it' }));
  expect(requests).toContain('openTest');
  expect(await screen.findByRole('button', { name: 'Opening…' })).toBeDisabled();
});

it('shows its figures by arm, and counts', async () => {
  const { status, emit, state } = open();
  status('finished');
  act(() => state().openTest());
  const test = {
    rows: 897,
    lanes: [
      { lane: 0, loss: 0.85, accuracy: 0.735 },
      { lane: 1, loss: 0.67, accuracy: 0.884 },
    ],
  };
  emit({ type: 'testMeasured', test });
  expect(await screen.findByText(/897 images, opened once\./)).toBeVisible();
  // The button is gone, and what it opened is read next.
  expect(screen.getByRole('heading', { name: 'Test set' })).toHaveFocus();
  const cells = (name: RegExp) =>
    [...screen.getByRole('row', { name }).querySelectorAll('td')].map((cell) => cell.textContent);
  expect(cells(/^A ·/)).toEqual(['–', '73.5\u202f%', '0.850']);
  expect(cells(/^B ·/)).toEqual(['–', '88.4\u202f%', '0.670']);
  // Trained on, the figures are gone, and the opening is not.
  status('training');
  expect(await screen.findByText(/opened once\..*optimistic/)).toBeVisible();
  expect(screen.queryByRole('row', { name: /^A ·/ })).toBeNull();
  status('finished');
  emit({ type: 'testMeasured', test });
  expect(await screen.findByText(/opened 2 times/)).toBeVisible();
});

it('does not call the same rows fresh after another number of training examples', async () => {
  const { status, emit, state, arriveAnew } = open();
  status('finished');
  emit({ type: 'testMeasured', test: { rows: 897, lanes: [] } });
  expect(await screen.findByText(/opened once/)).toBeVisible();
  state().changeSetting('data', 'trainingExamples', 300);
  state().changeSetting('training', 'replicates', 5);
  arriveAnew();
  expect(await screen.findByText(/opened once/)).toBeVisible();
  state().changeSetting('training', 'seed', 43);
  arriveAnew();
  expect(await screen.findByText(/not used for any choice/)).toBeVisible();
});

it.each([
  [2, '2 images, not used for any choice. So few say little: each is worth 50.0 points.'],
  [1, '1 image, not used for any choice. So few say little: the figure can only be 0 or 100 %.'],
])('of %i is told with what one of them is worth', (sealedTestRows, words) => {
  const { state, emit, status } = open();
  act(() => {
    state().reset();
    emit({ type: 'runPrepared', run: { ...preparedRun(state().experiment), sealedTestRows } });
    status('ready');
  });
  expect(screen.getByRole('region', { name: 'Test set' })).toHaveTextContent(words);
});

it('can be tried again after the worker was lost', async () => {
  const { status, emit, state } = open();
  status('finished');
  state().openTest();
  expect(await screen.findByRole('button', { name: 'Opening…' })).toBeDisabled();
  const backend = { name: 'wasm', reason: '', renderer: null, hardware: false } as const;
  emit({ type: 'runResumed', epoch: 0, backend });
  expect(await screen.findByRole('button', { name: 'Open the test set…' })).toBeEnabled();
});

it('says why it could not be opened', async () => {
  const { status, emit } = open();
  status('finished');
  emit({ type: 'testFailed', message: 'The file is damaged.' });
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The test set stays sealed: The file is damaged.',
  );
});
