// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openPlayground, Surrounded } from '../panels/playground-fixture.tsx';
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
