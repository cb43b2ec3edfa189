/** Offers to go on with a run that a reload has cut off. */
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Strip } from '../../../ui/controls/strip.tsx';

export function CutRunStrip() {
  const cutRun = usePlayground((state) => state.cutRun);
  const goOn = usePlayground((state) => state.goOnWithCutRun);
  const discard = usePlayground((state) => state.discardCutRun);
  if (!cutRun) return null;
  const { frame, experiment } = cutRun;
  return (
    <Strip
      actions={
        <>
          <Button onClick={goOn}>Go on</Button>
          <Button onClick={discard}>Discard</Button>
        </>
      }
    >
      <p role="status">
        A run was cut off at epoch {frame.epoch} of {experiment.training.epochs}.
      </p>
    </Strip>
  );
}
