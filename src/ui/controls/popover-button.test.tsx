// @vitest-environment jsdom
import { HeadlessMantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { PopoverButton } from './popover-button.tsx';

function open() {
  render(
    <HeadlessMantineProvider env="test">
      <PopoverButton panelLabel="Dropout of arm B" panel={() => <button>Off</button>}>
        Dropout 0.5
      </PopoverButton>
    </HeadlessMantineProvider>,
  );
  return { user: userEvent.setup(), button: screen.getByRole('button', { name: 'Dropout 0.5' }) };
}

it('names its panel by what it sets, and the button tells whether it is open', async () => {
  const { user, button } = open();
  expect(button).toHaveAttribute('aria-haspopup', 'dialog');
  expect(button).toHaveAttribute('aria-expanded', 'false');
  await user.click(button);
  const panel = screen.getByRole('dialog', { name: 'Dropout of arm B' });
  expect(button).toHaveAttribute('aria-expanded', 'true');
  expect(button).toHaveAttribute('aria-controls', panel.id);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(button).not.toHaveAttribute('aria-controls');
});

it('closes on Escape before the focus has moved into the panel', () => {
  const { button } = open();
  fireEvent.click(button);
  expect(screen.getByRole('dialog')).not.toHaveFocus();
  fireEvent.keyDown(button, { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
});
