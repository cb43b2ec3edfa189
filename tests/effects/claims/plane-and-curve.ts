/** Points in the plane, and curves through points. */
import { circlesL2 } from '../../../src/presets/circles-l2.ts';
import { curveStrength } from '../../../src/presets/curve-strength.ts';
import { curveWidth } from '../../../src/presets/curve-width.ts';
import { moonsL2 } from '../../../src/presets/moons-l2.ts';
import { armBest, armEnd, gain } from '../arm-end.ts';
import { TEN_SEEDS, TWENTY_SEEDS, defineClaim } from '../claim.ts';

const circles = defineClaim({
  id: 'P5',
  preset: circlesL2,
  says: 'Without L2 the network believes more wrong labels, and is less accurate',
  isQuick: true,
  seeds: TEN_SEEDS,
  measure: async ({ train }, seed) => {
    const answer = await train(circlesL2.experiment, seed);
    return {
      'gain of L2': gain(answer, 1),
      'plain believes more': armEnd(answer, 0).believed - armEnd(answer, 1).believed,
    };
  },
  // Not every seed keeps the 4 points (the fourth has 3.6): the mean does, and the sign is every seed's.
  // The last was chosen beforehand, from 73 and 14 % in the reference.
  margins: [
    { figure: 'gain of L2', of: 'the mean', atLeast: 4 },
    { figure: 'gain of L2', of: 'every seed', atLeast: 0 },
    { figure: 'plain believes more', of: 'the mean', atLeast: 30 },
  ],
});

const moons = defineClaim({
  id: 'P5b',
  preset: moonsL2,
  says: 'Without L2 the loss is twice as high, while accuracy differs by a few points',
  isQuick: true,
  seeds: TEN_SEEDS,
  measure: async ({ train }, seed) => {
    const answer = await train(moonsL2.experiment, seed);
    return {
      'loss, plain / L2': armEnd(answer, 0).loss / armEnd(answer, 1).loss,
      'gain of L2': gain(answer, 1),
    };
  },
  // Not every seed keeps the ratio of 2 (the fourth has 1.8): the mean does, and plain is never better.
  // The last was chosen beforehand, from 2.0 points in the reference.
  margins: [
    { figure: 'loss, plain / L2', of: 'the mean', atLeast: 2 },
    { figure: 'loss, plain / L2', of: 'every seed', atLeast: 1 },
    { figure: 'gain of L2', of: 'the mean', atLeast: -1, atMost: 5 },
  ],
});

const strength = defineClaim({
  id: 'P13',
  preset: curveStrength,
  says: 'The test error of a curve is lowest with some L2, and higher with none or too much',
  isQuick: false,
  seeds: TWENTY_SEEDS,
  measure: async ({ train }, seed) => {
    const answer = await train(curveStrength.experiment, seed, { best: 'validationLoss' });
    const loss = (lane: number) => armEnd(answer, lane).loss;
    return {
      'loss, none over λ 0.003': loss(0) - loss(2),
      'loss, λ 0.03 over λ 0.003': loss(4) - loss(2),
      'loss of plain, last / best': loss(0) / armBest(answer, 0).loss,
    };
  },
  // Chosen beforehand, from 0.353, 0.189, 0.541, and 0.353 / 0.207 in the reference.
  margins: [
    { figure: 'loss, none over λ 0.003', of: 'the mean', atLeast: 0.05 },
    { figure: 'loss, λ 0.03 over λ 0.003', of: 'the mean', atLeast: 0.1 },
    { figure: 'loss of plain, last / best', of: 'the mean', atLeast: 1.2 },
  ],
});

const width = defineClaim({
  id: 'P13c',
  preset: curveWidth,
  says: 'Too few hidden units miss the curve, more than enough do hardly any harm',
  isQuick: true,
  seeds: TWENTY_SEEDS,
  measure: async ({ train }, seed) => {
    const answer = await train(curveWidth.experiment, seed);
    const loss = (lane: number) => armEnd(answer, lane).loss;
    return {
      'loss, 1 unit over 256': loss(0) - loss(4),
      'loss, 5 units over 256': loss(1) - loss(4),
      'loss, 256 units over 16': loss(4) - loss(2),
    };
  },
  // Wide is no worse than narrow; by how much was chosen beforehand, from 0.56, 0.38, 0.25 and 0.27.
  margins: [
    { figure: 'loss, 1 unit over 256', of: 'the mean', atLeast: 0.1 },
    { figure: 'loss, 5 units over 256', of: 'the mean', atLeast: 0 },
    { figure: 'loss, 256 units over 16', of: 'the mean', atMost: 0.1 },
  ],
});

export const PLANE_AND_CURVE_CLAIMS = [circles, moons, strength, width];
