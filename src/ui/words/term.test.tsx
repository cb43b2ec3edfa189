// @vitest-environment jsdom
import { HeadlessMantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { TermDefinitionsContext } from './term-definitions.ts';
import { Term } from './term.tsx';

const DEFINITIONS: Readonly<Record<string, string>> = { epoch: 'One pass.' };

function show(word: string, hint?: string) {
  render(
    <HeadlessMantineProvider env="test">
      <TermDefinitionsContext value={(words) => DEFINITIONS[words] ?? null}>
        <button>before</button>
        <label>
          <Term hint={hint}>{word}</Term>
          <input />
        </label>
      </TermDefinitionsContext>
    </HeadlessMantineProvider>,
  );
  return userEvent.setup();
}

const explanation = () => screen.queryByRole('tooltip');

it('explains itself on hover, and stays while the explanation is hovered', async () => {
  const user = show('epoch');
  await user.hover(screen.getByText('epoch'));
  const shown = await screen.findByRole('tooltip');
  expect(shown).toHaveTextContent('One pass.');
  await user.hover(shown);
  await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
  expect(explanation()).toBeInTheDocument();
  await user.unhover(shown);
  await waitFor(() => expect(explanation()).toBeNull());
});

it('explains itself on focus; Escape puts it away and nothing else', async () => {
  const user = show('epoch', 'See the axis.');
  const heard: string[] = [];
  document.body.addEventListener('keydown', ({ key }) => heard.push(key));
  await user.click(screen.getByText('before'));
  await user.tab();
  expect(screen.getByText('epoch').closest('dfn')).toHaveFocus();
  expect(await screen.findByRole('tooltip')).toHaveTextContent('One pass. See the axis.');
  await user.keyboard('{Escape}');
  expect(explanation()).toBeNull();
  expect(heard).not.toContain('Escape');
  await user.keyboard('{Escape}');
  expect(heard).toContain('Escape');
});

it('is closed by going on', async () => {
  const user = show('epoch');
  await user.click(screen.getByText('before'));
  await user.tab();
  await screen.findByRole('tooltip');
  await user.tab();
  expect(explanation()).toBeNull();
  expect(screen.getByRole('textbox', { name: 'epoch' })).toHaveFocus();
});

it('opens on tap, without giving the focus to the field of its label', () => {
  show('epoch');
  const tap = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(tap, 'pointerType', { value: 'touch' });
  fireEvent(screen.getByText('epoch'), tap);
  expect(explanation()).toBeInTheDocument();
  expect(screen.getByRole('textbox')).not.toHaveFocus();
});

it('stays closed while something is dragged across it', async () => {
  show('epoch');
  const enter = new MouseEvent('pointerenter', { buttons: 1 });
  fireEvent(screen.getByText('epoch'), enter);
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(explanation()).toBeNull();
});

it('is plain text where there is nothing to explain', () => {
  show('flux');
  expect(screen.getByText('flux').closest('dfn')).toBeNull();
});
