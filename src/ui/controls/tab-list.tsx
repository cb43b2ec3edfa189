/** A row of tabs; arrow keys, Home and End go from one to the other, as the tabs pattern of ARIA has it. */
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import styles from './tab-list.module.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface TabListProps<Id extends string> {
  /** Of the list, for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly shown: Id;
  readonly onShow: (id: Id) => void;
  /** Of the element that shows what is chosen. */
  readonly panelId: string;
  /** title: the tabs are the heading of what they show. */
  readonly look?: 'line' | 'title';
}

export function TabList<Id extends string>(props: TabListProps<Id>) {
  const { label, tabs, shown, onShow, panelId, look = 'line' } = props;
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const from = tabs.findIndex(({ id }) => id === shown);
    const to = nextIndex(event.key, from, tabs.length);
    const tab = to === null ? undefined : tabs[to];
    if (to === null || !tab) return;
    event.preventDefault();
    onShow(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles[look]}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(panelId, tab.id)}
          className={styles.tab}
          aria-selected={tab.id === shown}
          aria-controls={panelId}
          tabIndex={tab.id === shown ? 0 : -1}
          onClick={() => onShow(tab.id)}
          onKeyDown={move}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** What names the panel: the id of its tab. */
export function tabId(panelId: string, id: string): string {
  return `${panelId}-${id}`;
}

/** The index of the tab that a key leads to, of `count` tabs; null for other keys. */
function nextIndex(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
