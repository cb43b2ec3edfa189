/** Lesson 7: dropout is scaled once, in training; a second scaling at inference hides from accuracy. */
import { decimals, percent } from '../../../base/text/figure-text.ts';
import type { DropoutScaling } from '../../../plans/dropout-scaling.ts';
import type { Lesson, ScalingPart } from '../../lesson/lesson.ts';

const RATE = 0.2;
const [LOSS, CONFIDENCE, ACTIVATION] = [decimals(3), decimals(2), decimals(4)];

const lostPoints = ({ right, byRate }: DropoutScaling) => 100 * (right.accuracy - byRate.accuracy);
const lossRatio = ({ right, byRate }: DropoutScaling) => byRate.loss / right.loss;

const twice: ScalingPart = {
  ...{ id: 'twice', title: 'Scaled twice', kind: 'scaling', rate: RATE },
  questions: [
    {
      id: 'accuracy',
      ask: 'A colleague also multiplies the hidden units’ values by p = 0.2 at inference. How much accuracy does the network lose?',
      form: {
        kind: 'choice',
        options: [
          { id: 'little', label: 'about 0 or 1 point' },
          { id: 'some', label: 'about 10 points' },
          { id: 'much', label: 'about 50 points' },
        ],
      },
      happened: (scaling) => {
        const lost = scaling ? lostPoints(scaling) : NaN;
        const value = lost < 5 ? 'little' : lost < 25 ? 'some' : 'much';
        return { value, text: `${lost.toFixed(1).replace('-', '−')} points` };
      },
    },
    {
      id: 'loss',
      ask: 'And its loss on the same images …',
      form: {
        kind: 'choice',
        options: [
          { id: 'same', label: 'stays as it is' },
          { id: 'double', label: 'doubles' },
          { id: 'many', label: 'is at least five times as high' },
        ],
      },
      happened: (scaling) => {
        const ratio = scaling ? lossRatio(scaling) : NaN;
        const value = ratio < 1.5 ? 'same' : ratio < 5 ? 'double' : 'many';
        return { value, text: `${ratio.toFixed(1)} times` };
      },
    },
  ],
  facts: (scaling) => {
    if (!scaling) return {};
    const { right, byRate, trainingActivation } = scaling;
    return {
      rightAccuracy: percent(right.accuracy),
      twiceAccuracy: percent(byRate.accuracy),
      rightLoss: LOSS(right.loss),
      twiceLoss: LOSS(byRate.loss),
      rightConfidence: CONFIDENCE(right.confidence),
      twiceConfidence: CONFIDENCE(byRate.confidence),
      inTraining: ACTIVATION(trainingActivation),
      atInference: ACTIVATION(right.activation),
      twiceActivation: ACTIVATION(byRate.activation),
    };
  },
  claims: {
    hides: {
      says: 'Accuracy loses less than 2 points, and the loss is at least five times as high.',
      holds: (scaling) => scaling !== null && lostPoints(scaling) < 2 && lossRatio(scaling) >= 5,
      ...{ heldIn: 5, of: 5 },
    },
    alike: {
      says: 'The mean activations in training and at inference differ by less than 2 %.',
      holds: (scaling) =>
        scaling !== null &&
        Math.abs(scaling.trainingActivation / scaling.right.activation - 1) < 0.02,
      ...{ heldIn: 5, of: 5 },
    },
    kept: {
      says: 'Multiplied by 0.8 once too often, the loss changes by less than a fifth.',
      holds: (scaling) =>
        scaling !== null && Math.abs(scaling.byKeptShare.loss / scaling.right.loss - 1) < 0.2,
      ...{ heldIn: 5, of: 5 },
    },
  },
  result: {
    ...{ label: 'Loss on new images', unit: '' },
    figures: (scaling) => [
      { name: 'once', value: scaling?.right.loss ?? NaN },
      { name: 'twice', value: scaling?.byRate.loss ?? NaN },
    ],
  },
  heldBy: ['P12'],
};

export const oneScaling: Lesson = {
  ...{ id: 'one-scaling', title: 'One scaling, not two', minutes: 3 },
  question: 'Dropout is off at inference. Does anything have to be multiplied then?',
  parts: [twice],
  teacher: {
    ask: 'Why could such a mistake stay in a program for years?',
    misconception:
      'At inference the weights are scaled by the dropout rate p, whatever was done in training.',
    answer:
      'Libraries of today divide by 1 − p in training, so at inference nothing is left to do. The older rule scales at inference by the share that is kept, which Srivastava and others call p. A text that mixes both scales twice.',
    otherwise:
      'The loss grows by less or more from seed to seed, but it grew at least fivefold in all that were measured. Let the class read how probable the network finds its answers: that shows the mistake best.',
  },
};
