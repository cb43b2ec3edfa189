/**
 * A sheet over the page. The browser's own dialog keeps the focus inside, closes on Escape, and gives the
 * focus back to where it was. While a field in it refuses what was typed it stays.
 */
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
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
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  // What the title stands for may change while the sheet is open: it is read from its beginning.
  useEffect(() => body.current?.focus(), [title]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={isWide}
      aria-labelledby={titleId}
      closedby="any"
      // Before a press beside it, or Escape, closes it.
      onCancel={(event) => {
        if (!mayLeave()) event.preventDefault();
      }}
      onClose={onClose}
    >
      <div className={styles.header}>
        <h2 id={titleId}>{title}</h2>
        {actions}
        <Button
          onClick={() => {
            if (mayLeave()) dialog.current?.close();
          }}
        >
          Close
        </Button>
      </div>
      {/* The focus begins here, so that the arrow keys scroll a long one. */}
      <div ref={body} className={styles.body} role="group" aria-labelledby={titleId} tabIndex={-1}>
        {children}
      </div>
    </dialog>
  );
}
