/** A button that opens a small panel beside it; Escape and a click outside close the panel. */
import { Popover } from '@mantine/core';
import type { FloatingPosition } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import type { ButtonProps } from './button.tsx';
import styles from './popover-button.module.css';

/** Focus goes back to the button, unless what follows takes it. */
export type ClosePanel = (options?: { readonly keepsFocus?: boolean }) => void;

interface PopoverButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** The panel's name for screen readers. */
  readonly panelLabel: string;
  /** What the panel holds; it may close the panel. */
  readonly panel: (close: ClosePanel) => ReactNode;
  readonly position?: FloatingPosition;
}

/** Kept free at the edges of the window. */
const EDGE_PX = 8;

/** To the style sheet, so that a panel that grows scrolls and does not leave the window. */
function tellRoom({ availableHeight, elements }: Room) {
  elements.floating.style.setProperty('--room', `${Math.floor(availableHeight)}px`);
}

interface Room {
  readonly availableHeight: number;
  readonly elements: { readonly floating: HTMLElement };
}

export function PopoverButton({
  panelLabel,
  panel,
  position = 'bottom-start',
  ...button
}: PopoverButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [returnsFocus, setReturnsFocus] = useState(true);
  const close: ClosePanel = ({ keepsFocus = true } = {}) => {
    setReturnsFocus(keepsFocus);
    setOpen(false);
  };
  const toggle = () => {
    setReturnsFocus(true);
    setOpen(!isOpen);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position={position}
      offset={6}
      trapFocus
      returnFocus={returnsFocus}
      transitionProps={{ duration: 0 }}
      middlewares={{
        // Where it fits on neither side, the side with more room.
        flip: { padding: EDGE_PX, fallbackStrategy: 'bestFit' },
        shift: { padding: EDGE_PX },
        size: { padding: EDGE_PX, apply: tellRoom },
      }}
    >
      <Popover.Target>
        <Button {...button} onClick={toggle} />
      </Popover.Target>
      <Popover.Dropdown className={styles.panel ?? ''} aria-label={panelLabel}>
        {panel(close)}
      </Popover.Dropdown>
    </Popover>
  );
}
