// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { MenuList } from './menu-list.tsx';

function open() {
  const chosen = vi.fn();
  const item = (label: string, refusal: string | null = null) => ({
    ...{ label, refusal, detail: `${label} in a sentence.` },
    choose: () => void chosen(label),
  });
  render(<MenuList label="Files" items={[item('One'), item('Two', 'Not yet.'), item('Three')]} />);
  return chosen;
}

it('names items by their label alone, and describes them', () => {
  open();
  const item = screen.getByRole('menuitem', { name: 'One' });
  expect(screen.getByRole('menu', { name: 'Files' }).contains(item)).toBe(true);
  expect(screen.getByRole('menuitem', { description: 'One in a sentence.' })).toBe(item);
});

it('moves by arrow keys, round the ends', async () => {
  open();
  const names = ['One', 'Two', 'Three'].map((name) => screen.getByRole('menuitem', { name }));
  names[0]?.focus();
  for (const [key, place] of [
    ['{ArrowDown}', 1],
    ['{ArrowDown}', 2],
    ['{ArrowDown}', 0],
    ['{ArrowUp}', 2],
    ['{Home}', 0],
    ['{End}', 2],
  ] as const) {
    await userEvent.keyboard(key);
    expect(document.activeElement).toBe(names[place]);
  }
});

it('chooses what it has, and says why it refuses the rest', async () => {
  const chosen = open();
  await userEvent.click(screen.getByRole('menuitem', { name: 'Two' }));
  expect(chosen).not.toHaveBeenCalled();
  expect(
    screen.getByRole('menuitem', { description: 'Not yet.' }).getAttribute('aria-disabled'),
  ).toBe('true');
  await userEvent.click(screen.getByRole('menuitem', { name: 'Three' }));
  expect(chosen.mock.calls).toEqual([['Three']]);
});
