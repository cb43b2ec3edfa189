/** What the last thing that was done with History came to. */
import { useHistory } from '../../store/history/history-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Strip } from '../../ui/controls/strip.tsx';
import { focusSheet } from './focus-after.ts';

export function HistoryNotice() {
  const notice = useHistory((state) => state.notice);
  const dismiss = useHistory((state) => state.dismissNotice);
  if (!notice) return null;
  const { message, isProblem, undo } = notice;
  return (
    <Strip
      tone={isProblem ? 'alert' : 'plain'}
      actions={
        <>
          {undo && (
            <Button
              onClick={({ currentTarget }) => {
                focusSheet(currentTarget);
                void undo();
              }}
            >
              Undo
            </Button>
          )}
          <Button
            aria-label="Close notice"
            onClick={({ currentTarget }) => {
              focusSheet(currentTarget);
              dismiss();
            }}
          >
            Close
          </Button>
        </>
      }
    >
      <p>{message}</p>
    </Strip>
  );
}
