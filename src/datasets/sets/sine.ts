/** Two periods of a sine: the truth of many pictures of bias and variance. */
import { sin } from '../../base/elementary.ts';
import { curveDataset } from '../kinds/curve-dataset.ts';

export const sine = curveDataset({
  id: 'sine',
  label: 'Sine',
  curve: (x) => sin(2 * Math.PI * x),
});
