// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import type { ExportItem } from './export-item.ts';
import { ExportMenu } from './export-menu.tsx';

const saved: { name: string; text: Promise<string> }[] = [];

vi.mock('../../../ui/save-file.ts', () => ({
  saveFile: (name: string, _type: string, text: string) =>
    saved.push({ name, text: Promise.resolve(text) }),
}));

afterEach(() => {
  saved.length = 0;
});

async function openMenu(items?: readonly ExportItem[]) {
  const { store } = openPlayground();
  render(
    <Surrounded store={store}>
      <ExportMenu {...(items && { items })} />
    </Surrounded>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Export' }));
}

it.each([
  ['PyTorch script', 'comparison-pytorch.py', 'import torch'],
  ['Keras script', 'comparison-keras.py', 'import keras'],
  ['Jupyter notebook', 'comparison.ipynb', '"nbformat": 4'],
])('saves the comparison as %s', async (label, name, content) => {
  await openMenu();
  await userEvent.click(screen.getByRole('menuitem', { name: label }));
  await vi.waitFor(() => expect(saved.map((one) => one.name)).toEqual([name]), 10_000);
  const text = (await saved[0]?.text) ?? '';
  expect(text).toContain(content);
  expect(text).toContain('B · Dropout 0.5, inputs 0.2');
});

it('says that a file could not be made, and stays open', async () => {
  const save = () => Promise.reject(new Error('The code did not arrive.'));
  await openMenu([{ label: 'Poem', detail: 'In verses.', save }]);
  await userEvent.click(screen.getByRole('menuitem', { name: 'Poem' }));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Poem: the file could not be made. Try again.',
  );
});

it('says why a file cannot be had yet', async () => {
  const save = vi.fn(() => Promise.resolve());
  await openMenu([{ label: 'Poem', detail: 'In verses.', refusal: () => 'No muse yet.', save }]);
  await userEvent.click(screen.getByRole('menuitem', { description: 'No muse yet.' }));
  expect(save).not.toHaveBeenCalled();
});
