/** Two arms wound around each other, the hardest of the sets in the plane. */
import { cos, sin } from '../../base/elementary.ts';
import { planeDataset } from '../kinds/plane-dataset.ts';

const TURNS = 1.5;

export const spirals = planeDataset({
  id: 'spirals',
  label: 'Spirals',
  classNames: ['first spiral', 'second spiral'],
  aim: 'learn which of two spirals a point belongs to, from',
  noise: { max: 0.2, initial: 0.05, step: 0.01 },
  start: {
    trainingExamples: 200,
    wrongLabelShare: 0.1,
    arms: [{}, { l2: { lambda: 0.001 } }],
  },
  point: (label, { uniform }) => {
    const radius = 0.1 + 0.9 * uniform(0);
    const angle = (2 * TURNS * radius + label) * Math.PI;
    return [radius * sin(angle), radius * cos(angle)];
  },
  pictureNoise: 0,
  extent: 1.1,
});
