/** What stands beneath the axis of a chart. The style of what is in it goes by where the axis begins and ends. */
import type { CSSProperties, ReactNode } from 'react';
import type { ChartLayout } from './chart-frame-geometry.ts';
import styles from './chart-frame.module.css';

interface ChartFootProps {
  /** Null: there is no axis, as beneath a table. */
  readonly layout: ChartLayout | null;
  readonly children: ReactNode;
}

export function ChartFoot({ layout, children }: ChartFootProps) {
  return (
    <div className={styles.foot} data-left-out style={layout ? axisEnds(layout) : undefined}>
      {children}
    </div>
  );
}

function axisEnds({ left, right }: ChartLayout): CSSProperties & AxisPlace {
  return { '--axis-left': `${left}px`, '--axis-width': `${right - left}px` };
}

type AxisPlace = Record<'--axis-left' | '--axis-width', string>;
