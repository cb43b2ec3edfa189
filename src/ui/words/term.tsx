/**
 * A word that explains itself: on hover, on focus and on tap. The explanation can be hovered, Escape puts
 * it away, and it stays closed while something is dragged across the word. Where there is nothing to
 * explain the word is plain text.
 */
import { Popover } from '@mantine/core';
import { useContext, useEffect } from 'react';
import { TermDefinitionsContext } from './term-definitions.ts';
import { useHoverAndFocus } from '../use-hover-and-focus.ts';
import styles from './term.module.css';

interface TermProps {
  readonly children: string;
  /** What else there is to say of it in this place. */
  readonly hint?: string | undefined;
}

export function Term({ children, hint }: TermProps) {
  const definition = useContext(TermDefinitionsContext)(children);
  const text = [definition, hint].filter((part) => part !== null && part !== undefined).join(' ');
  return text === '' ? (
    <span>{children}</span>
  ) : (
    <ExplainedTerm text={text}>{children}</ExplainedTerm>
  );
}

interface ExplainedTermProps {
  readonly text: string;
  readonly children: string;
}

function ExplainedTerm({ text, children }: ExplainedTermProps) {
  const { openAt, close, attach, keepOpen } = useHoverAndFocus();
  useEscape(openAt !== null, close);
  return (
    // The focus shows the explanation; there is nothing to press.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
    <dfn ref={attach} className={styles.term} tabIndex={0} aria-description={text}>
      {children}
      {openAt && (
        <Popover
          opened
          onChange={close}
          position="bottom-start"
          offset={4}
          withRoles={false}
          floatingStrategy="fixed"
          portalProps={{ target: landmarkOf(openAt) }}
          transitionProps={{ duration: 0 }}
          middlewares={{ flip: { padding: EDGE_PX }, shift: { padding: EDGE_PX } }}
        >
          <Popover.Target>
            <span className={styles.place} aria-hidden="true" />
          </Popover.Target>
          <Popover.Dropdown ref={keepOpen} role="tooltip" className={styles.text ?? ''}>
            <span>{text}</span>
          </Popover.Dropdown>
        </Popover>
      )}
    </dfn>
  );
}

/**
 * Inside a landmark, since a reader who goes from landmark to landmark would miss it elsewhere; and not inside a
 * label.
 */
function landmarkOf(element: HTMLElement): HTMLElement {
  return element.closest<HTMLElement>('[role="dialog"], dialog, aside, main') ?? document.body;
}

/** Kept free at the edges of the window. */
const EDGE_PX = 8;

/** Before anything else hears of the key: it puts away the explanation alone. */
function useEscape(isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [isOpen, close]);
}
