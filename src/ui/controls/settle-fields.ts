/** What becomes of a draft in a panel or sheet that is about to close. */
import { useRef } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

/**
 * The field within that has the focus hands over what was typed, as on leaving it. Returns whether all is
 * settled; a refused draft stays, and should stay in sight.
 */
export function settleFields(container: Element | null): boolean {
  const { activeElement } = document;
  if (isField(activeElement) && container?.contains(activeElement) === true)
    flushSync(() => activeElement.blur());
  return !container?.querySelector('[aria-invalid="true"]');
}

/**
 * For a control that closes the panel: returns whether it may. A second press closes it although a field refuses
 * what was typed: the user has seen the refusal and gives up, and a finger has no Escape.
 */
export function useLeaving(container: RefObject<Element | null>): () => boolean {
  const wasRefused = useRef(false);
  return () => {
    const isSettled = settleFields(container.current);
    const mayLeave = isSettled || wasRefused.current;
    wasRefused.current = !mayLeave;
    return mayLeave;
  };
}

function isField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
