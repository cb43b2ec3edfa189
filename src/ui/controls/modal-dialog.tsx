/**
 * A sheet over the page. The browser's own dialog keeps the focus inside, closes on Escape, and gives the
 * focus back to where it was. A press beside it closes it too. While a field in it refuses what was typed it
 * stays.
 */
import { useEffect, useId, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Button } from './button.tsx';
import { useLeaving } from './settle-fields.ts';
import styles from './modal-dialog.module.css';

interface ModalDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Beside the button that closes it. */
  readonly actions?: ReactNode;
  /** As wide as the window, within reason. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

export function ModalDialog({
  title,
  onClose,
  actions,
  isWide = false,
  children,
}: ModalDialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const mayLeave = useLeaving(dialog);
  const body = useRef<HTMLDivElement>(null);
  const opener = useRef<Element>(null);
  useEffect(() => {
    opener.current ??= document.activeElement;
    if (dialog.current?.open === false) dialog.current.showModal();
    // It may be taken away without being closed, and the browser gives no focus back then.
    return () => {
      const { activeElement, body: page } = document;
      if (activeElement === page && opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);
  const leave = () => {
    if (mayLeave()) dialog.current?.close();
  };
  usePressBeside(dialog, leave);
  // What the title stands for may change while the sheet is open: it is read from its beginning.
  useEffect(() => body.current?.focus(), [title]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={isWide}
      aria-labelledby={titleId}
      // Before Escape closes it.
      onCancel={(event) => {
        if (!mayLeave()) event.preventDefault();
      }}
      onClose={onClose}
    >
      <div className={styles.header}>
        <h2 id={titleId}>{title}</h2>
        {actions}
        <Button onClick={leave}>Close</Button>
      </div>
      {/* The focus begins here, so that the arrow keys scroll a long one. */}
      <div ref={body} className={styles.body} role="group" aria-labelledby={titleId} tabIndex={-1}>
        {children}
      </div>
    </dialog>
  );
}

/**
 * A press that begins and ends beside a dialog, on what lies over the page. It is one on the dialog itself, for all
 * that there is to press within lies in its children. `closedby` would do it, and WebKit does not know it.
 */
function usePressBeside(dialog: RefObject<HTMLElement | null>, onPress: () => void): void {
  const begun = useRef<EventTarget>(null);
  useEffect(() => {
    const element = dialog.current;
    const begin = ({ target }: Event) => {
      begun.current = target;
    };
    const end = ({ target }: Event) => {
      if (target === element && begun.current === element) onPress();
    };
    element?.addEventListener('pointerdown', begin);
    element?.addEventListener('click', end);
    return () => {
      element?.removeEventListener('pointerdown', begin);
      element?.removeEventListener('click', end);
    };
  });
}
