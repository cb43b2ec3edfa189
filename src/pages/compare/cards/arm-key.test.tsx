// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { pictureFrame } from '../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { circlesL2 } from '../../../presets/circles-l2.ts';
import { ArmKey } from './arm-key.tsx';

it('names the arms of the run, and only while the page is presented', () => {
  const { store } = openPlayground();
  render(
    <Surrounded store={store}>
      <ArmKey />
    </Surrounded>,
  );
  expect(screen.queryByRole('list', { name: 'Arms' })).toBeNull();
  act(() => store.getState().setPresenting(true));
  const names = within(screen.getByRole('list', { name: 'Arms' })).getAllByRole('listitem');
  expect(names.map((name) => name.textContent)).toEqual([
    'A · Plain',
    'B · Dropout 0.5, inputs 0.2',
  ]);
});

it('leaves it to the picture of the data where there is one', () => {
  const { store, state } = openPlayground(circlesL2);
  state().setPresenting(true);
  render(
    <Surrounded store={store}>
      <ArmKey />
    </Surrounded>,
  );
  expect(screen.queryByRole('list', { name: 'Arms' })).toBeNull();
});

it('says of an arm that was removed since that only its curve is left, until a reset', () => {
  const { store, frame, status, arriveAnew } = openPlayground();
  store.getState().setPresenting(true);
  render(
    <Surrounded store={store}>
      <ArmKey />
    </Surrounded>,
  );
  const names = () =>
    within(screen.getByRole('list', { name: 'Arms' }))
      .getAllByRole('listitem')
      .map((name) => name.textContent);
  act(() => {
    status('training');
    frame(pictureFrame([{}, {}], 1));
    status('paused');
    store.getState().removeArm('B');
    // Another arm, which no chart shows yet.
    store.getState().addArm();
  });
  expect(names()).toEqual([
    'A · Plain',
    'B · Dropout 0.5, inputs 0.2removed, curve stays until Reset',
  ]);
  act(() => arriveAnew());
  expect(names()).toEqual(['A · Plain', 'C · Plain']);
});
