// @vitest-environment jsdom
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { usePlayground } from '../../../store/playground-context.tsx';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
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
