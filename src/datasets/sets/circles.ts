/** Two rings, one inside the other: no straight line parts them. */
import { cos, sin } from '../../base/elementary.ts';
import { planeDataset } from '../kinds/plane-dataset.ts';

export const circles = planeDataset({
  id: 'circles',
  label: 'Circles',
  classNames: ['outer', 'inner'],
  aim: 'learn which of two rings a point belongs to, from',
  noise: { max: 0.5, initial: 0.1, step: 0.02 },
  start: {
    trainingExamples: 120,
    wrongLabelShare: 0.2,
    seed: 1,
    arms: [{}, { l2: { lambda: 0.005 } }],
  },
  point: (label, { uniform }) => {
    const angle = 2 * Math.PI * uniform(0);
    const radius = label === 0 ? 1 : 0.5;
    return [radius * cos(angle), radius * sin(angle)];
  },
  pictureNoise: 0.05,
  extent: 1.2,
});
