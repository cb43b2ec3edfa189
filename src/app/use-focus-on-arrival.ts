/**
 * A link or button that leads to another page goes with the page it stood on, and the focus with it. It then goes
 * on to where the skip link of the new page leads: screen readers say where one is, and the next Tab starts there.
 */
import { useEffect, useRef } from 'react';

/** Code of a page may have to come first; nobody waits for longer. */
const PATIENCE_MS = 10_000;

/** `id`: of what the skip link of the page on show leads to. */
export function useFocusOnArrival(id: string): void {
  const wanted = useRef(id);
  useEffect(() => {
    wanted.current = id;
  }, [id]);
  useEffect(() => {
    let frame = 0;
    const arrive = (until: number) => {
      if (document.activeElement !== document.body) return;
      document.getElementById(wanted.current)?.focus();
      if (document.activeElement === document.body && performance.now() < until)
        frame = requestAnimationFrame(() => arrive(until));
    };
    const leave = () => {
      cancelAnimationFrame(frame);
      // The new page is drawn by then.
      frame = requestAnimationFrame(() => arrive(performance.now() + PATIENCE_MS));
    };
    addEventListener('hashchange', leave);
    return () => {
      removeEventListener('hashchange', leave);
      cancelAnimationFrame(frame);
    };
  }, []);
}
