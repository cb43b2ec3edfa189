/** Two half rings that reach into each other. */
import { cos, sin } from '../../base/elementary.ts';
import { planeDataset } from '../kinds/plane-dataset.ts';

export const moons = planeDataset({
  id: 'moons',
  label: 'Moons',
  classNames: ['upper', 'lower'],
  aim: 'learn which of two moons a point belongs to, from',
  noise: { max: 0.6, initial: 0.3, step: 0.05 },
  start: {
    trainingExamples: 100,
    seed: 1,
    arms: [{}, { l2: { lambda: 0.003 } }],
  },
  point: (label, { uniform }) => {
    const angle = Math.PI * uniform(0);
    // Around the middle of the two.
    const [x, y] = [cos(angle) - 0.5, sin(angle) - 0.25];
    return label === 0 ? [x, y] : [-x, -y];
  },
  pictureNoise: 0.07,
  extent: 1.3,
});
