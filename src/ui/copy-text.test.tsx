// @vitest-environment jsdom
import { HeadlessMantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { CopyText } from './copy-text.tsx';
import { offerText } from './offered-text.ts';
import { saveFile } from './save-file.ts';

afterEach(() => {
  act(() => offerText(null));
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Saves a file, in a frame or on a page of its own. */
function save(content: string | Uint8Array<ArrayBuffer>, isInFrame: boolean) {
  vi.stubGlobal(
    'URL',
    Object.assign(class extends URL {}, {
      createObjectURL: () => 'blob:here',
      revokeObjectURL: () => undefined,
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  if (isInFrame) vi.spyOn(window, 'top', 'get').mockReturnValue({} as never);
  render(
    <HeadlessMantineProvider env="test">
      <CopyText />
    </HeadlessMantineProvider>,
  );
  act(() => saveFile('run.json', 'application/json', content));
}

it('offers the text in a frame, selected when it has the focus', async () => {
  save('{"a": 1}', true);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of run.json' });
  expect(field.value).toBe('{"a": 1}');
  await userEvent.click(screen.getByRole('button', { name: /^Copy/ }));
  expect(document.activeElement).toBe(field);
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 8]);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('says where bytes can be had', () => {
  save(new Uint8Array(3), true);
  expect(screen.getByText(/open the page by itself/)).toBeVisible();
});

it('says nothing where downloads work', () => {
  save('{}', false);
  expect(screen.queryByRole('textbox')).toBeNull();
});
