/** The runs that this browser keeps: found, opened, named, pinned, deleted, and out and in as a file. */
import { useEffect } from 'react';
import { useHistory } from '../../store/history/history-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Strip } from '../../ui/controls/strip.tsx';
import { HistoryNotice } from './history-notice.tsx';
import { HistoryRuns } from './history-runs.tsx';
import styles from './history.module.css';

export function HistorySheet() {
  const status = useHistory((state) => state.status);
  const trouble = useHistory((state) => state.trouble);
  const load = useHistory((state) => state.load);
  useEffect(() => void load(), [load]);
  return (
    <div className={styles.sheet}>
      {trouble !== null && (
        <Strip tone="alert" actions={<Button onClick={() => void load()}>Try again</Button>}>
          <p>{trouble} No run is kept now; all else works.</p>
        </Strip>
      )}
      {/* It is there before what it says, and in sight wherever the list is scrolled to. */}
      <div role="status" className={styles.notice}>
        <HistoryNotice />
      </div>
      {status === 'loading' && <p>Reading what is kept …</p>}
      {status === 'ready' && <HistoryRuns />}
    </div>
  );
}
