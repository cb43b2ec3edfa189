/** Two clouds that overlap: a straight line is the best there is, whatever else a network may draw. */
import { planeDataset } from '../kinds/plane-dataset.ts';

export const gaussians = planeDataset({
  id: 'gaussians',
  label: 'Gaussians',
  classNames: ['upper right', 'lower left'],
  aim: 'learn which of two clouds a point belongs to, from',
  noise: { max: 1, initial: 0.5, step: 0.05 },
  start: {
    trainingExamples: 100,
    wrongLabelShare: 0.1,
    arms: [{}, { l2: { lambda: 0.005 } }],
  },
  point: (label) => (label === 0 ? [0.6, 0.6] : [-0.6, -0.6]),
  pictureNoise: 0.35,
  extent: 1.4,
});
