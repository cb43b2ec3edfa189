/** Asks all arms about an image, and again whenever they have learnt. */
import { useEffect } from 'react';
import { usePlayground } from '../../../../store/playground-context.tsx';

/** null asks nothing. */
export function useAsking(image: Float32Array | null): void {
  const askNetworks = usePlayground((state) => state.askNetworks);
  // A new run, every epoch, every batch taken alone, what early stopping restores at the end, and a run
  // that goes on elsewhere.
  const history = usePlayground((state) => state.history);
  const status = usePlayground((state) => state.status);
  const epoch = usePlayground((state) => state.epoch);
  const step = usePlayground((state) => (state.status === 'training' ? 0 : state.stepInEpoch));
  const resumptions = usePlayground((state) => state.resumptions);
  useEffect(() => {
    if (image && history) askNetworks(image);
  }, [image, history, status, epoch, step, resumptions, askNetworks]);
}
