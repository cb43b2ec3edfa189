/** Says that the run on screen was kept or imported, and leads back to the one that it took the place of. */
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Strip } from '../../../ui/controls/strip.tsx';
import { keptRunText } from './kept-run-text.ts';

export function KeptRunStrip() {
  const keptRun = usePlayground((state) => state.keptRun);
  const backend = usePlayground((state) => state.backend);
  const leave = usePlayground((state) => state.leaveRecord);
  if (!keptRun) return null;
  return (
    <Strip actions={<Button onClick={leave}>Back to the run before</Button>}>
      <p>{keptRunText(keptRun, backend)}</p>
    </Strip>
  );
}
