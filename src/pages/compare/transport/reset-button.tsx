/** Takes the run back to epoch 0, with the settings as they are now. */
import { Hideable } from '../../shared/hideable.tsx';
import { whyNoReset } from '../../../store/compare/next-move.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { disabledBy } from './problem-strip.tsx';

export function ResetButton() {
  const reset = usePlayground((state) => state.reset);
  const reason = usePlayground(whyNoReset);
  return (
    <Hideable control="steps-reset">
      <Button data-control="steps" onClick={reset} {...disabledBy(reason)}>
        Reset
      </Button>
    </Hideable>
  );
}
