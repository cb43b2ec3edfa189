// @vitest-environment jsdom
import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { usePlayground } from '../../../store/playground-context.tsx';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { RunStrips } from '../transport/run-strips.tsx';
import { OwnSettings } from './own-settings.tsx';

// Without a layout a panel has no place, and so counts as hidden.
configure({ defaultHidden: true });

function OfTheFirst() {
  const arm = usePlayground((state) => state.experiment.arms[0]);
  return arm && <OwnSettings arm={arm} />;
}

it('opens beside its chip, sets an arm apart, and is named by what is set', async () => {
  const user = userEvent.setup();
  const { store } = openPlayground();
  render(
    <Surrounded store={store}>
      <OfTheFirst />
    </Surrounded>,
  );
  await user.click(screen.getByRole('button', { name: 'Own settings…' }));
  const panel = await screen.findByRole('group', { name: 'Own settings of arm A' });
  await user.click(within(panel).getByLabelText('Own batch size'));
  const { batchSize } = store.getState().experiment.training;
  expect(store.getState().experiment.arms[0]?.overrides).toEqual({ batchSize });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(screen.getByRole('button', { name: /32/ })).toHaveFocus());
});

it('is marked where it keeps the experiment from running, and its field says so', async () => {
  const user = userEvent.setup();
  const { store } = openPlayground();
  render(
    <Surrounded store={store}>
      <OfTheFirst />
      <RunStrips />
    </Surrounded>,
  );
  act(() => store.getState().changeOverride('A', 'trainingExamples', 1500));
  const chip = screen.getByRole('button', { name: /1500|1,500/ });
  expect(chip).toHaveAttribute('data-faulty', 'true');
  expect(chip).toHaveAccessibleDescription(/^Arm A: Digits has 1,797 examples/);
  await user.click(chip);
  const field = await screen.findByRole('textbox', { name: 'Training examples' });
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription(/^Arm A: Digits has 1,797 examples/);
  act(() => store.getState().changeOverride('A', 'trainingExamples', 100));
  expect(field).toBeValid();
});
