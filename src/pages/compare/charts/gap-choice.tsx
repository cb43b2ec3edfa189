/** From the gap in data loss to that in accuracy and back. */
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';

export function GapChoice() {
  const gapOf = usePlayground((state) => state.gapOf);
  const showGapOf = usePlayground((state) => state.showGapOf);
  const other = gapOf === 'loss' ? 'accuracy' : 'loss';
  return (
    <Button look="link" onClick={() => showGapOf(other)}>
      Show for {other}
    </Button>
  );
}
