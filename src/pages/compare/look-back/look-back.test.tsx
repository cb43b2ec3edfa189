// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { RunHistory } from '../../../client/run-history.ts';
import { pictureFrame } from '../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { LookBack } from './look-back.tsx';

function open(epochs: number, axis: { from?: number; to?: number } = {}) {
  const opened = openPlayground();
  render(
    <Surrounded store={opened.store}>
      <LookBack {...axis} />
    </Surrounded>,
  );
  for (let epoch = 0; epoch <= epochs; epoch++)
    act(() => opened.frame(pictureFrame([{}, {}], epoch)));
  return { ...opened, slider: () => screen.getByRole('slider', { name: 'Epoch on show' }) };
}

const drag = (slider: HTMLElement, to: number) =>
  fireEvent.change(slider, { target: { value: to } });

it('moves the thumb before the page, which follows to the last of several moments', async () => {
  const { slider, state, store } = open(5);
  const moments: (number | null)[] = [];
  store.subscribe(({ lookBackEpoch }) => moments.push(lookBackEpoch));
  drag(slider(), 4);
  drag(slider(), 2);
  expect(slider()).toHaveValue('2');
  expect(state().lookBackEpoch).toBeNull();
  await waitFor(() => expect(state().lookBackEpoch).toBe(2));
  expect(moments).toEqual([2]);
  expect(slider()).toHaveAttribute('aria-valuetext', 'Epoch 2 of 50, looking back');
});

it('is back at now where the thumb reaches the newest epoch', async () => {
  const { slider, state } = open(5);
  drag(slider(), 2);
  await waitFor(() => expect(state().lookBackEpoch).toBe(2));
  drag(slider(), 5);
  await waitFor(() => expect(state().lookBackEpoch).toBeNull());
});

it('says why it cannot be dragged before the first epoch, and asks to drag it from then on', async () => {
  const { slider, frame } = open(0);
  expect(slider()).toBeDisabled();
  expect(slider()).toHaveAccessibleDescription('Look back once an epoch is trained');
  act(() => frame(pictureFrame([{}, {}], 1)));
  expect(slider()).toBeEnabled();
  expect(slider()).toHaveAccessibleDescription(/^Drag to see/);
  expect(screen.getByText('Look back')).toBeVisible();
  drag(slider(), 0);
  await userEvent.click(await screen.findByRole('button', { name: 'Back to now' }));
  expect(slider()).toHaveValue('1');
  expect(screen.getByText('Look back')).toBeVisible();
});

it('says where a run that a reload cut off has no pictures', async () => {
  const opened = openPlayground();
  const { store, frame } = opened;
  const { history } = store.getState();
  if (!history) throw new Error('There is a run.');
  store.setState({ history: new RunHistory(history.run, 3.5) });
  render(
    <Surrounded store={store}>
      <LookBack />
    </Surrounded>,
  );
  for (let epoch = 0; epoch <= 5; epoch++) act(() => frame(pictureFrame([{}, {}], epoch)));
  const slider = screen.getByRole('slider', { name: 'Epoch on show' });
  drag(slider, 4);
  await waitFor(() => expect(store.getState().lookBackEpoch).toBe(4));
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  drag(slider, 2);
  await waitFor(() => expect(screen.getByRole('status')).not.toBeEmptyDOMElement());
  expect(screen.getByRole('status')).toHaveTextContent('A reload cut this run off at epoch 3');
});

it('goes from one end of the axis above to the other', () => {
  const { slider } = open(5, { from: 0.5, to: 20.4 });
  expect(slider()).toHaveAttribute('min', '1');
  expect(slider()).toHaveAttribute('max', '20');
  expect(slider()).toHaveAttribute('aria-valuetext', 'Epoch 5 of 50, now');
});
