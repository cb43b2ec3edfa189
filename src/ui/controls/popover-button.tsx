/**
 * A button that opens a small panel beside it; Escape and a click outside close the panel. What was typed in
 * one of its fields is handed over first; while the field refuses it, the panel stays.
 */
import { Popover } from '@mantine/core';
import type { FloatingPosition } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from './button.tsx';
import type { ButtonProps } from './button.tsx';
import { freeArea } from '../picture/free-area.ts';
import { settleFields, useLeaving } from './settle-fields.ts';
import styles from './popover-button.module.css';

/** Focus goes back to the button, unless what follows takes it. */
export type ClosePanel = (options?: { readonly keepsFocus?: boolean }) => void;

interface PopoverButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** The panel's name for screen readers. */
  readonly panelLabel: string;
  /** What the panel holds; it may close the panel. */
  readonly panel: (close: ClosePanel) => ReactNode;
  readonly position?: FloatingPosition;
  /** Called when a press opens it. */
  readonly onOpen?: (() => void) | undefined;
  /**
   * Keeps the panel clear of everything with `data-watched`, as far as there is room: the effect of what it sets is
   * watched there. It lies below the button or beside it.
   */
  readonly keepsClear?: boolean;
}

/** Kept free at the edges of the window. */
const EDGE_PX = 8;

/** Tells the room to the style sheet, so that a panel that grows scrolls and does not leave the window. */
function tellRoom({ availableHeight, elements }: Room) {
  elements.floating.style.setProperty('--room', `${Math.floor(availableHeight)}px`);
}

const WITHIN_WINDOW = {
  // Where it fits on neither side, the side with more room.
  flip: { padding: EDGE_PX, fallbackStrategy: 'bestFit' },
  shift: { padding: EDGE_PX },
  size: { padding: EDGE_PX, apply: tellRoom },
} as const;

/** On a narrower page there is no room beside a button. */
const LEAST_WIDTH_PX = 920;

function clearOfWatched() {
  if (window.innerWidth < LEAST_WIDTH_PX) return WITHIN_WINDOW;
  const area = { padding: EDGE_PX, boundary: freeArea };
  return {
    // Beside the button it may reach above and below it.
    flip: { ...area, ...WITHIN_WINDOW.flip, crossAxis: false, fallbackPlacements: [...BESIDE] },
    shift: area,
    size: { ...area, apply: tellRoom },
  };
}

const BESIDE = ['right-start', 'left-start'] as const;

interface Room {
  readonly availableHeight: number;
  readonly elements: { readonly floating: HTMLElement };
}

export function PopoverButton({
  panelLabel,
  panel,
  position = 'bottom-start',
  onOpen,
  keepsClear = false,
  ...button
}: PopoverButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [returnsFocus, setReturnsFocus] = useState(true);
  const panelId = useId();
  const dropdown = useRef<HTMLDivElement>(null);
  const mayLeave = useLeaving(dropdown);
  const close: ClosePanel = ({ keepsFocus = true } = {}) => {
    setReturnsFocus(keepsFocus);
    setOpen(false);
  };
  const pressBeside = () => {
    if (settleFields(dropdown.current)) setOpen(false);
  };
  const closeByIntent = () => {
    if (mayLeave()) close();
  };
  const open = () => {
    setReturnsFocus(true);
    setOpen(true);
    onOpen?.();
  };
  const pressKey = (event: KeyboardEvent) => {
    if (isOpen && event.key === 'Escape') close();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={pressBeside}
      // The popover would close before the field could react to Escape.
      closeOnEscape={false}
      position={position}
      offset={6}
      trapFocus
      returnFocus={returnsFocus}
      transitionProps={{ duration: 0 }}
      // Its roles would name the panel by the button, which says what is set and not of which arm.
      withRoles={false}
      middlewares={keepsClear ? clearOfWatched() : WITHIN_WINDOW}
    >
      <Popover.Target>
        <Button
          {...button}
          onClick={isOpen ? closeByIntent : open}
          // The focus is here until it has moved into the panel.
          onKeyDown={pressKey}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-controls={isOpen ? panelId : undefined}
        />
      </Popover.Target>
      <Popover.Dropdown
        ref={dropdown}
        id={panelId}
        role="dialog"
        tabIndex={-1}
        className={styles.panel ?? ''}
        aria-label={panelLabel}
        onKeyDown={pressKey}
      >
        {panel(close)}
        <Button className={styles.close} onClick={closeByIntent}>
          Close
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
