/** Title, legend and the way to the table. */
import { Button } from './button.tsx';
import styles from './chart-frame.module.css';

interface ChartHeaderProps {
  readonly titleId: string;
  readonly title: string;
  readonly note: string | undefined;
  readonly asTable: boolean;
  readonly onToggle: () => void;
}

export function ChartHeader({ titleId, title, note, asTable, onToggle }: ChartHeaderProps) {
  return (
    <div className={styles.header}>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <p className={styles.legend}>
        <span>
          <LineSample dash="0" /> validation
        </span>
        <span>
          <LineSample dash="4 2" /> training, dropout off
          {note !== undefined && <span className={styles.note}>, {note}</span>}
        </span>
      </p>
      <Button look="link" className={styles.toggle} onClick={onToggle}>
        {asTable ? 'Show as chart' : 'Show as table'}
      </Button>
    </div>
  );
}

function LineSample({ dash }: { readonly dash: string }) {
  return (
    <svg viewBox="0 0 16 8" className={styles.lineSample} aria-hidden="true">
      <path d="M0,4H16" strokeDasharray={dash} />
    </svg>
  );
}
