/** What came of the link that the page was opened by. */
import { useLink } from '../../store/links/link-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Strip } from '../../ui/controls/strip.tsx';
import styles from './share.module.css';

export function LinkNotice() {
  const outcome = useLink((state) => state.outcome);
  const undo = useLink((state) => state.undo);
  const dismiss = useLink((state) => state.dismiss);
  if (!outcome) return null;
  return (
    <div className={`${styles.notice ?? ''} not-printed not-presented`}>
      <Strip
        tone={outcome.isProblem ? 'alert' : 'plain'}
        actions={
          <>
            {outcome.undo && <Button onClick={undo}>Undo</Button>}
            <Button onClick={dismiss}>Close</Button>
          </>
        }
      >
        {outcome.message}
      </Strip>
    </div>
  );
}
