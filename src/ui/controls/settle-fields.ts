/** What becomes of a draft in a panel or sheet that is about to close. */
import { useRef } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

/**
 * The field within that has the focus hands over what was typed, as on leaving it. Returns whether all is
 * settled; a refused draft stays, and should stay in sight.
 */
export function settleFields(place: Element | null): boolean {
  const { activeElement } = document;
  if (isField(activeElement) && place?.contains(activeElement) === true)
    flushSync(() => activeElement.blur());
  return !place?.querySelector('[aria-invalid="true"]');
}

/**
 * For what closes the place by intent: whether it may. Who asks again has seen the refusal and gives up; a
 * finger has no Escape.
 */
export function useLeaving(place: RefObject<Element | null>): () => boolean {
  const wasRefused = useRef(false);
  return () => {
    const isSettled = settleFields(place.current);
    const mayLeave = isSettled || wasRefused.current;
    wasRefused.current = !mayLeave;
    return mayLeave;
  };
}

function isField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
