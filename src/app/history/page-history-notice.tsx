/** The notice on the page, while the sheet, which has it too, is closed. */
import { useHistory } from '../../store/history/history-context.tsx';
import { usePlayground } from '../../store/playground-context.tsx';
import { HistoryNotice } from './history-notice.tsx';
import styles from '../share/share.module.css';

export function PageHistoryNotice() {
  const isThere = useHistory(({ notice }) => notice !== null);
  const isSheetOpen = usePlayground(({ sheet }) => sheet === 'history');
  const isShown = isThere && !isSheetOpen;
  // It is there before what it says, or that is not read aloud.
  return (
    <div
      role="status"
      className={isShown ? `${styles.notice ?? ''} not-printed not-presented` : ''}
    >
      {isShown && <HistoryNotice />}
    </div>
  );
}
