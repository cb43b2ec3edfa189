/** A menu in a panel: its items are named by their label alone, described by the line below it; arrow keys move. */
import { useId } from 'react';
import type { KeyboardEvent } from 'react';
import styles from './menu-list.module.css';

interface MenuItem {
  readonly label: string;
  readonly detail: string;
  /** Why it cannot be chosen now; null: it can. It stays in reach of the keys, so that the reason is heard. */
  readonly refusal: string | null;
  readonly choose: () => void;
}

interface MenuListProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

export function MenuList({ label, items }: MenuListProps) {
  return (
    <div role="menu" aria-label={label} className={styles.list} tabIndex={-1} onKeyDown={moveFocus}>
      {items.map((item) => (
        <Item key={item.label} {...item} />
      ))}
    </div>
  );
}

function Item({ label, detail, refusal, choose }: MenuItem) {
  const detailId = useId();
  return (
    // The line stands beside the button, which reaches over it: it is no part of the name.
    <div role="none" className={styles.row}>
      <button
        type="button"
        role="menuitem"
        className={styles.item}
        aria-describedby={detailId}
        aria-disabled={refusal !== null}
        onClick={refusal === null ? choose : undefined}
      >
        {label}
      </button>
      <span id={detailId} className={styles.detail}>
        {refusal ?? detail}
      </span>
    </div>
  );
}

/** To the next item or the one before, round the ends; Home and End to the ends. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item === document.activeElement);
  const places: Partial<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: Math.max(at, 0) - 1,
    Home: 0,
    End: -1,
  };
  const place = places[event.key];
  if (place === undefined) return;
  event.preventDefault();
  items.at(place % items.length)?.focus();
}
