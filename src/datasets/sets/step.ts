/** A jump at 0: what a smooth network can only come near to. */
import { curveDataset } from '../kinds/curve-dataset.ts';

export const step = curveDataset({
  id: 'step',
  label: 'Step',
  curve: (x) => (x < 0 ? -1 : 1),
});
