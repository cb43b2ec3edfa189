// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { recordOnShow } from '../../../store/compare/record-on-show.ts';
import { LinkProvider } from '../../../store/links/link-context.tsx';
import type { LinkState } from '../../../store/links/link-store.ts';
import { readRunRecord } from '../../../client/read-run-record.ts';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import type { ExportItem } from './export-item.ts';
import { codeItems } from './code-items.ts';
import { ExportList } from './export-list.tsx';
import { ExportMenu } from './export-menu.tsx';

const saved: { name: string; blob: Blob }[] = [];

beforeEach(() => {
  saved.length = 0;
  let last: Blob | null = null;
  // jsdom has neither.
  vi.stubGlobal(
    'URL',
    Object.assign(class extends URL {}, {
      createObjectURL: (blob: Blob) => {
        last = blob;
        return 'blob:here';
      },
      revokeObjectURL: () => undefined,
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    if (last) saved.push({ name: this.download, blob: last });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What was saved, once it is. */
async function savedFile(): Promise<{ name: string; text: string }> {
  const file = await vi.waitUntil(() => saved[0], { timeout: 10_000 });
  return { name: file.name, text: await readText(file.blob) };
}

function readText(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(blob);
  });
}

async function openMenu(items?: readonly ExportItem[]) {
  const { store } = openPlayground();
  const openFile = vi.fn(() => Promise.resolve());
  const linkStore = createStore<LinkState>()(() => ({
    ...{ outcome: null, open: openFile, goOn: openFile, openFile, undo: vi.fn(), dismiss: vi.fn() },
    ...{ goTo: vi.fn(), ask: vi.fn() },
  }));
  render(
    <Surrounded store={store}>
      <LinkProvider store={linkStore}>
        <ExportMenu {...(items && { items })} />
      </LinkProvider>
    </Surrounded>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Export' }));
  return { store, openFile };
}

it.each([
  ['PyTorch script', 'compare-digits-pytorch.py', 'import torch'],
  ['Keras script', 'compare-digits-keras.py', 'import keras'],
  ['Jupyter notebook', 'compare-digits.ipynb', '"nbformat": 4'],
])('saves the comparison as %s', async (label, name, content) => {
  await openMenu();
  await userEvent.click(screen.getByRole('menuitem', { name: label }));
  const file = await savedFile();
  expect(file.name).toBe(name);
  const { text } = file;
  expect(text).toContain(content);
  expect(text).toContain('B · Dropout 0.5, inputs 0.2');
});

it('saves the run as it stands, so that it can be read again', async () => {
  const { store } = await openMenu();
  await userEvent.click(screen.getByRole('menuitem', { name: 'Experiment and results (JSON)' }));
  const { name, text } = await savedFile();
  expect(name).toBe('compare-digits.json');
  const value = JSON.parse(text) as Record<string, unknown>;
  expect(value['format']).toBe('regularization-playground/run');
  const { record } = readRunRecord(value);
  const now = recordOnShow(store.getState());
  expect(record).toEqual({ ...now, made: { ...now?.made, at: record?.made.at } });
});

it('saves the curves, a row for each network and epoch', async () => {
  await openMenu();
  await userEvent.click(screen.getByRole('menuitem', { name: 'Curves (CSV)' }));
  const { name, text } = await savedFile();
  expect(name).toBe('compare-digits-curves.csv');
  expect(text.split('\r\n')[0]).toMatch(
    /^arm,arm id,repeat,fold,epoch,steps taken,validation loss,/,
  );
});

it('opens a file that is chosen', async () => {
  const file = new File(['{}'], 'run.json');
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
    this: HTMLInputElement,
  ) {
    Object.defineProperty(this, 'files', { value: [file] });
    this.dispatchEvent(new Event('change'));
  });
  const { openFile } = await openMenu();
  await userEvent.click(screen.getByRole('menuitem', { name: 'Import…' }));
  await vi.waitFor(() => expect(openFile).toHaveBeenCalledWith(file));
  await vi.waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
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

it('saves one arm alone, with its letter', async () => {
  const { store } = openPlayground();
  render(
    <Surrounded store={store}>
      <ExportList label="Arm B as code" items={codeItems('B')} close={() => undefined} />
    </Surrounded>,
  );
  await userEvent.click(screen.getByRole('menuitem', { name: 'PyTorch script' }));
  const { name, text } = await savedFile();
  expect(name).toBe('compare-digits-arm-b-pytorch.py');
  expect(text).toContain('B · Dropout 0.5, inputs 0.2');
  expect(text).not.toContain('A · Plain');
});
