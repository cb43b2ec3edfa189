// @vitest-environment jsdom
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { usePlayground } from '../../../store/playground-context.tsx';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { SettingsRail } from '../rail/settings-rail.tsx';
import { RunStrips } from '../transport/run-strips.tsx';
import { Transport } from '../transport/transport.tsx';
import { ArmCard } from './arm-card.tsx';

// Whether each element is hidden costs most of the time of a query, and nothing here is hidden.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 30_000 });

function Page() {
  const arms = usePlayground((state) => state.experiment.arms);
  return (
    <>
      <SettingsRail />
      <Transport />
      <RunStrips />
      <p>An empty part of the page.</p>
      {arms.map((arm) => (
        <ArmCard key={arm.id} arm={arm} />
      ))}
    </>
  );
}

function open() {
  const opened = openPlayground();
  render(
    <Surrounded store={opened.store}>
      <Page />
    </Surrounded>,
  );
  return { ...opened, user: userEvent.setup({ delay: null }) };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** Dropout of arm B stands at 0.5. */
async function typeRate({ user }: Pick<ReturnType<typeof open>, 'user'>, text: string) {
  await user.click(button('Dropout 0.5 · 0.2'));
  await user.click(screen.getByRole('textbox', { name: 'Hidden rate' }));
  await user.keyboard(text);
}

const rateOf = ({ state }: Pick<ReturnType<typeof open>, 'state'>) =>
  state().experiment.arms[1]?.regularizers.dropout?.rate;

it('Train trains with what was just typed', async () => {
  const opened = open();
  await typeRate(opened, '0.9');
  opened.requests.length = 0;
  await opened.user.click(button('Train'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(opened.requests).toEqual(['prepareRun']);
  opened.arrive();
  expect(opened.requests).toEqual(['prepareRun', 'trainRun']);
  expect(opened.state().runExperiment?.arms[1]?.regularizers.dropout?.rate).toBe(0.9);
});

it.each(['An empty part of the page.', 'Reset', 'Dropout 0.5 · 0.2'])(
  'a press beside the panel hands over what was typed: %s',
  async (name) => {
    const opened = open();
    await typeRate(opened, '0.9');
    await opened.user.click(screen.getByText(name));
    expect(rateOf(opened)).toBe(0.9);
    expect(screen.queryByRole('dialog')).toBeNull();
  },
);

it('so does the panel’s own button, and for the units of a layer', async () => {
  const { user, state } = open();
  // The panel opens in its field.
  const units = () => screen.getByRole('textbox', { name: 'Units of hidden layer 1' });
  await user.click(button('Hidden layer 1, 256 units'));
  await waitFor(() => expect(units()).toHaveFocus());
  await user.keyboard('99');
  await user.click(button('Close'));
  expect(state().experiment.network.hiddenLayers).toEqual([99]);
  await user.click(button('Hidden layer 1, 99 units'));
  await waitFor(() => expect(units()).toHaveFocus());
  await user.keyboard('98');
  await user.click(screen.getByText('An empty part of the page.'));
  expect(state().experiment.network.hiddenLayers).toEqual([98]);
});

it('Escape gives up what was typed, and then closes', async () => {
  const opened = open();
  await typeRate(opened, '0.9');
  await opened.user.keyboard('{Escape}');
  expect(screen.getByRole('textbox', { name: 'Hidden rate' })).toHaveValue('0.5');
  await opened.user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(rateOf(opened)).toBe(0.5);
});

it('a refused draft stays in sight, and nothing trains in its stead', async () => {
  const opened = open();
  await typeRate(opened, '5');
  opened.requests.length = 0;
  await opened.user.click(button('Train'));
  const panel = within(screen.getByRole('dialog', { name: 'Dropout of arm B' }));
  expect(panel.getByRole('textbox', { name: 'Hidden rate' })).toHaveValue('5');
  const refusal = 'Hidden rate must be a number from 0 to 0.95; 5 is too large.';
  expect(panel.getByRole('alert')).toHaveTextContent(`${refusal} To go back to 0.5, press Escape.`);
  expect(button('Train')).toBeDisabled();
  expect(button('Train')).toHaveAccessibleDescription(refusal);
  expect(button(/^Step/)).toBeDisabled();
  expect(opened.requests).toEqual([]);
  await opened.user.click(screen.getByRole('textbox', { name: 'Hidden rate' }));
  await opened.user.keyboard('{Control>}a{/Control}0.7');
  await opened.user.click(button('Train'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(rateOf(opened)).toBe(0.7);
});

it('who closes the panel over a refusal gives up', async () => {
  const opened = open();
  await typeRate(opened, '5');
  await opened.user.click(button('Close'));
  expect(within(screen.getByRole('dialog')).getByRole('alert')).toBeVisible();
  await opened.user.click(button('Close'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(rateOf(opened)).toBe(0.5);
  expect(button('Train')).toBeEnabled();
});

it('in the rail too a refusal keeps Train from training with another number', async () => {
  const { user, requests } = open();
  const rate = () => screen.getByRole('textbox', { name: 'Learning rate' });
  await user.click(rate());
  await user.keyboard('50');
  requests.length = 0;
  await user.click(button('Train'));
  expect(requests).toEqual([]);
  expect(button('Train')).toBeDisabled();
  await user.click(rate());
  await user.keyboard('{Escape}');
  expect(button('Train')).toBeEnabled();
  expect(rate()).toHaveValue('0.005');
});
