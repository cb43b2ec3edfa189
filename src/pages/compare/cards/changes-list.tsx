/** What was changed while the arm trained, in small print; its curves have a mark at each. */
import type { LaneHistory } from '../../../client/run-history.ts';
import { changeText } from '../../../experiment/live-changes.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { epochText } from '../../../base/text/figure-text.ts';
import styles from './arm-card.module.css';

export function ChangesList({ lane }: { readonly lane: LaneHistory }) {
  const changes = usePlayground((state) => state.liveChanges);
  const lookBackEpoch = usePlayground((state) => state.lookBackEpoch);
  const own = changes.filter(
    ({ armId, epoch }) =>
      (armId === null || armId === lane.lane.armId) && epoch <= (lane.end?.epoch ?? Infinity),
  );
  if (own.length === 0) return null;
  return (
    <ul className={styles.changes} aria-label="Changed while training">
      {own.map((change) => (
        <li key={`${change.madeAt} ${change.setting}`}>
          Epoch {epochText(change.epoch)}
          {/* The card’s head shows what is set by now. */}
          {change.epoch >= (lookBackEpoch ?? Infinity) && ', later'}: {changeText(change)}
        </li>
      ))}
    </ul>
  );
}
