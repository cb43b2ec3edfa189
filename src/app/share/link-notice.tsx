/** What came of the link that the page was opened by. */
import { useState } from 'react';
import { OwnTableDialog } from '../../pages/compare/rail/own-table/own-table-dialog.tsx';
import { useLink } from '../../store/links/link-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Strip } from '../../ui/controls/strip.tsx';
import styles from './share.module.css';

export function LinkNotice() {
  const outcome = useLink((state) => state.outcome);
  const undo = useLink((state) => state.undo);
  const dismiss = useLink((state) => state.dismiss);
  const goOn = useLink((state) => state.goOn);
  const [isOpening, setOpening] = useState(false);
  const wanted = outcome?.wanted;
  // It is there before what it says, or that is not read aloud.
  return (
    <div
      role="status"
      className={outcome ? `${styles.notice ?? ''} not-printed not-presented` : ''}
    >
      {outcome && (
        <Strip
          tone={outcome.isProblem ? 'alert' : 'plain'}
          actions={
            <>
              {wanted && <Button onClick={() => setOpening(true)}>Open its file…</Button>}
              {outcome.undo && <Button onClick={undo}>Undo</Button>}
              <Button onClick={dismiss}>Close</Button>
            </>
          }
        >
          {outcome.message}
        </Strip>
      )}
      {isOpening && wanted && (
        <OwnTableDialog
          wanted={wanted}
          onTable={() => void goOn()}
          onClose={() => setOpening(false)}
        />
      )}
    </div>
  );
}
