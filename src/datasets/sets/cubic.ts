/** A polynomial of degree three that uses its range to the full: Chebyshev's 4x³ − 3x. */
import { curveDataset } from '../kinds/curve-dataset.ts';

export const cubic = curveDataset({
  id: 'cubic',
  label: 'Cubic',
  curve: (x) => (4 * x * x - 3) * x,
});
