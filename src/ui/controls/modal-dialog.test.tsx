// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ModalDialog } from './modal-dialog.tsx';

it('is closed by a press beside it, and not by one that only ends there', () => {
  const closed = vi.fn();
  render(
    <ModalDialog title="Glossary" onClose={closed}>
      <p>A word and what it means.</p>
    </ModalDialog>,
  );
  const [dialog, text] = [screen.getByRole('dialog'), screen.getByText(/^A word/)];
  fireEvent.pointerDown(text);
  fireEvent.click(text);
  // Text is marked with the mouse, and let go beside.
  fireEvent.pointerDown(text);
  fireEvent.click(dialog);
  expect(closed).not.toHaveBeenCalled();
  // What lies around a dialog is a part of it.
  fireEvent.pointerDown(dialog);
  fireEvent.click(dialog);
  expect(closed).toHaveBeenCalledOnce();
});
