/** Four squares like a chessboard of two by two: each feature alone says nothing about the class. */
import { planeDataset } from '../kinds/plane-dataset.ts';

export const xor = planeDataset({
  id: 'xor',
  label: 'XOR',
  classNames: ['equal signs', 'different signs'],
  aim: 'learn which of two classes a point belongs to, from',
  noise: { max: 0.5, initial: 0.1, step: 0.02 },
  start: {
    trainingExamples: 120,
    wrongLabelShare: 0.2,
    arms: [{}, { l2: { lambda: 0.005 } }],
  },
  point: (label, { uniform }) => {
    // A little away from the axes, so that without noise the classes do not touch.
    const x = 0.1 + 0.9 * uniform(0);
    const y = 0.1 + 0.9 * uniform(1);
    const side = uniform(2) < 0.5 ? -1 : 1;
    return [side * x, label === 0 ? side * y : -side * y];
  },
  pictureNoise: 0,
  extent: 1.15,
});
