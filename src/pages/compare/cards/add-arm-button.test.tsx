// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { AddArmButton } from './add-arm-button.tsx';

function open() {
  const { store, state } = openPlayground();
  render(
    <Surrounded store={store}>
      <AddArmButton label="Add arm" />
    </Surrounded>,
  );
  const button = screen.getByRole('button', { name: 'Add arm' });
  return { state, user: userEvent.setup(), button };
}

const offer = () => within(screen.getByRole('dialog', { name: 'Add arm' }));

it('offers arms and adds the one that is chosen, which is offered no more', async () => {
  const { state, user, button } = open();
  await user.click(button);
  expect(state().experiment.arms).toHaveLength(2);
  expect(
    offer().getByText('Each card is an arm: one network with its settings.'),
  ).toBeInTheDocument();
  expect(offer().getByText('Like A, but for one change:')).toBeInTheDocument();
  await user.click(offer().getByRole('button', { name: 'L2 λ = 0.003' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(state().experiment.arms[2]).toMatchObject({
    id: 'C',
    name: null,
    regularizers: { l2: { lambda: 0.003 } },
  });
  expect(button).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(offer().queryByRole('button', { name: 'L2 λ = 0.003' })).toBeNull();
  await user.keyboard('{Escape}');
  expect(state().experiment.arms).toHaveLength(3);
  await waitFor(() => expect(button).toHaveFocus());
});

it('offers a copy of the arm that all are compared with, and says when there are enough', async () => {
  const { state, user, button } = open();
  for (let arms = 3; arms <= 6; arms++) {
    await user.click(button);
    await user.click(offer().getByRole('button', { name: /^A copy of A/ }));
    expect(state().experiment.arms).toHaveLength(arms);
    expect(state().experiment.arms.at(-1)?.regularizers).toEqual({});
  }
  expect(button).toBeDisabled();
  expect(button).toHaveAccessibleDescription('Six arms at most.');
});
