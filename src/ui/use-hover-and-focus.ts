/**
 * Whether something that belongs to an element is to be shown: while a pointer rests on either, while the
 * element has the focus, or after a tap. Native listeners, since nothing here is pressed.
 */
import { useCallback, useRef, useState } from 'react';

type Attach = (element: HTMLElement | null) => (() => void) | undefined;

interface HoverAndFocus {
  /** The element, while something is to be shown; else null. */
  readonly openAt: HTMLElement | null;
  readonly close: () => void;
  /** Ref of the element. */
  readonly attach: Attach;
  /** Ref of what is shown: the pointer may move onto it. */
  readonly keepOpen: Attach;
}

/** Long enough not to flash as the pointer passes, short enough to seem at once. */
const OPEN_DELAY_MS = 200;
/** The way from the word to its explanation. */
const CLOSE_DELAY_MS = 250;

export function useHoverAndFocus(): HoverAndFocus {
  const [openAt, setOpenAt] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const showAt = useCallback((element: HTMLElement | null, delayMs: number) => {
    clearTimeout(timer.current);
    if (delayMs === 0) setOpenAt(element);
    else timer.current = setTimeout(() => setOpenAt(element), delayMs);
  }, []);
  const close = useCallback(() => showAt(null, 0), [showAt]);

  const attach = useCallback<Attach>(
    (element) => {
      if (!element) return undefined;
      // A press focuses too, and may begin a drag.
      let isPressed = false;
      const stop = listen(element, {
        pointerenter: ({ pointerType, buttons }) => {
          // With a button down something is being dragged.
          if (pointerType !== 'touch' && buttons === 0) showAt(element, OPEN_DELAY_MS);
        },
        pointerleave: ({ pointerType }) => {
          isPressed = false;
          if (pointerType !== 'touch' && document.activeElement !== element)
            showAt(null, CLOSE_DELAY_MS);
        },
        pointerdown: ({ pointerType }) => {
          isPressed = true;
          if (pointerType !== 'touch') clearTimeout(timer.current);
        },
        click: (event) => {
          isPressed = false;
          if (event.pointerType !== 'touch') return;
          // A label would hand the focus to its field, and a keyboard would cover the page.
          event.preventDefault();
          showAt(element, 0);
        },
        focus: () => {
          if (!isPressed) showAt(element, 0);
        },
        blur: () => {
          isPressed = false;
          showAt(null, 0);
        },
      });
      return () => {
        clearTimeout(timer.current);
        stop();
      };
    },
    [showAt],
  );
  const keepOpen = useCallback<Attach>(
    (element) =>
      element
        ? listen(element, {
            pointerenter: () => clearTimeout(timer.current),
            pointerleave: () => showAt(null, CLOSE_DELAY_MS),
          })
        : undefined,
    [showAt],
  );
  return { openAt, close, attach, keepOpen };
}

type Listeners = {
  [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void;
};

/** Returns a function that removes the listeners. */
function listen(element: HTMLElement, listeners: Listeners): () => void {
  const controller = new AbortController();
  for (const [name, listener] of Object.entries(listeners))
    element.addEventListener(name, listener as EventListener, { signal: controller.signal });
  return () => controller.abort();
}
