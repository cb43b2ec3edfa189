/** L2 inside Adam, and the decay of AdamW, on two features of unequal scale. */
import { ridge } from '../../../closed-forms/ridge.ts';
import { twoFeatureRows } from '../../../closed-forms/two-features.ts';
import type { TwoWeights } from '../../../closed-forms/two-weights.ts';
import type { DecayPoint } from '../../../protocol/laboratory-messages.ts';
import type { DecayPathsPart } from '../../lesson/lesson.ts';

const SETTINGS = { l2: 0.2, weightDecay: 1, batchSize: 200 } as const;
const { design, targets } = twoFeatureRows();
const [first = NaN, second = NaN] = ridge(design, targets, SETTINGS.l2).weights;

function ends(points: readonly DecayPoint[]) {
  const nowhere: TwoWeights = [NaN, NaN];
  const end = points.at(-1);
  return { l2: end?.l2 ?? nowhere, decay: end?.weightDecay ?? nowhere };
}

/** The larger of the distances of both weights from the ridge solution. */
function offRidge([one, other]: TwoWeights): number {
  return Math.max(Math.abs(one - first), Math.abs(other - second));
}

export const adam: DecayPathsPart = {
  ...{ id: 'adam', title: 'L2 inside Adam', kind: 'decayPaths', settings: SETTINGS },
  questions: [
    {
      id: 'ridge',
      ask: 'The ridge solution, the exact minimum of loss and L2 together, is known. Which training ends there?',
      form: {
        kind: 'choice',
        options: [
          { id: 'l2', label: 'Adam with L2 in the loss' },
          { id: 'decay', label: 'AdamW' },
          { id: 'both', label: 'both: they are two names of one thing' },
          { id: 'neither', label: 'neither' },
        ],
      },
      happened: (points) => {
        const { l2, decay } = ends(points);
        const isThere = (weights: TwoWeights) => offRidge(weights) < 0.02;
        const value = isThere(l2)
          ? isThere(decay)
            ? 'both'
            : 'l2'
          : isThere(decay)
            ? 'decay'
            : 'neither';
        return { value, text: `L2 ${text(l2)}, AdamW ${text(decay)}` };
      },
    },
  ],
  facts: (points) => {
    const { l2, decay } = ends(points);
    return { ridge: text([first, second]), l2: text(l2), decay: text(decay) };
  },
  claims: {
    differ: {
      says: 'Adam with L2 ends at the ridge solution, and AdamW elsewhere.',
      holds: (points) => {
        const { l2, decay } = ends(points);
        return offRidge(l2) < 0.02 && offRidge(decay) > 0.1;
      },
      ...{ heldIn: 1, of: 1 },
    },
  },
  heldBy: ['P18'],
};

function text([one, other]: TwoWeights): string {
  return `(${one.toFixed(2)}, ${other.toFixed(2)})`;
}
