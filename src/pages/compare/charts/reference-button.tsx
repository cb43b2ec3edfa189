/** Keeps the run on screen on the charts, faint, for those after it; or lets it go. */
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import styles from './reference-button.module.css';

export function ReferenceButton() {
  const reference = usePlayground((state) => state.reference);
  const hasCurves = usePlayground((state) => state.history !== null && state.epoch > 0);
  const keep = usePlayground((state) => state.keepReference);
  const drop = usePlayground((state) => state.dropReference);
  if (!reference && !hasCurves) return null;
  return (
    <Button
      look="link"
      aria-label={reference ? 'Drop reference' : 'Keep as reference'}
      onClick={reference ? drop : keep}
    >
      {/* One child, or the button's gap would come between the words. */}
      <span>
        {reference ? 'Drop' : 'Keep'}{' '}
        <span className={styles.rest}>{reference ? 'reference' : 'as reference'}</span>
      </span>
    </Button>
  );
}
