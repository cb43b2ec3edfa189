/** Title or tabs, what can be done with the chart, and the way to its table. */
import type { ComponentProps, ReactNode } from 'react';
import { Button } from '../controls/button.tsx';
import { TabList } from '../controls/tab-list.tsx';
import styles from './chart-frame.module.css';

/** The tabs of charts that share one spot, of which one is shown. */
export type ChartTabs = Omit<ComponentProps<typeof TabList<string>>, 'panelId' | 'look'>;

interface ChartHeaderProps {
  readonly titleId: string;
  readonly title: string;
  /** In place of the title. */
  readonly tabs: ChartTabs | undefined;
  /** Of what the tabs show. */
  readonly panelId: string;
  /** Before the way to the table. */
  readonly actions: ReactNode;
  readonly asTable: boolean;
  readonly onToggle: () => void;
}

export function ChartHeader(props: ChartHeaderProps) {
  const { titleId, title, tabs, panelId, actions, asTable, onToggle } = props;
  return (
    <div className={styles.header}>
      <h2 id={titleId} className={tabs ? 'visually-hidden' : styles.title}>
        {title}
      </h2>
      {tabs && <TabList {...tabs} panelId={panelId} look="title" />}
      <div className={`${styles.actions ?? ''} not-presented`}>
        {actions}
        <Button look="link" onClick={onToggle}>
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </div>
    </div>
  );
}
