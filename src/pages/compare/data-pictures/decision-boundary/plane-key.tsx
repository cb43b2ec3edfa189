/** What the marks in the planes mean. */
import type { ReactNode } from 'react';
import { className } from '../../microscope/shared/class-name.ts';
import { useRunRows } from '../../shared/run-rows.ts';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import panel from '../../microscope/shared/panel.module.css';
import styles from './decision-boundary.module.css';
import { useOwnPoints } from './own-points.ts';
import { SIDE } from './plane-scale.ts';
import { KeyMark, markAt } from './point-marks.tsx';

export function PlaneKey() {
  const dataset = useShownDataset();
  const rows = [...useRunRows().values()];
  const { set, trained } = useOwnPoints();
  const hasWrong = rows.some(({ training }) => training.wrongRows.length > 0);
  if (!dataset) return null;
  return (
    <ul className={panel.key} aria-label="Key">
      {[0, 1].map((label) => (
        <KeyItem key={label} name={className(dataset, label)}>
          <KeyMark kind="training" label={label} />
        </KeyItem>
      ))}
      {hasWrong && (
        <KeyItem name="wrong label">
          <path className={styles.ring} d={markAt([SIDE / 2, SIDE / 2], 0, 36)} />
        </KeyItem>
      )}
      {(set.length > 0 || trained.length > 0) && (
        <KeyItem name="your own">
          <KeyMark kind="own" label={0} />
        </KeyItem>
      )}
    </ul>
  );
}

interface KeyItemProps {
  readonly name: string;
  readonly children: ReactNode;
}

function KeyItem({ name, children }: KeyItemProps) {
  return (
    <li className={panel.keyItem}>
      <svg className={styles.keyMark} viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}
