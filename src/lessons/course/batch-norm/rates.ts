/** Learning rates from far too small to far too large, without and with batch norm. */
import { percent } from '../../../base/text/figure-text.ts';
import { rateAndBatchNormSweep } from '../../../presets/sweep/rate-and-batch-norm.ts';
import type { SweepSummary } from '../../../plans/sweep.ts';
import type { SweepPart } from '../../lesson/lesson.ts';
import { cellAt, validationMean } from '../../lesson/sweep-figures.ts';

const [{ values }] = rateAndBatchNormSweep.sweep.axes;
/** 0.003, 0.03, 0.3, 1 and 3. */
const SKETCHED = [0, 2, 4, 5, 6];
/** From this accuracy on a rate is usable. */
const USABLE = 0.8;

/** Of a network that diverged nothing can be expected but a guess. */
function accuracy(summary: SweepSummary, rate: number, hasBatchNorm: boolean): number {
  const mean = validationMean(cellAt(summary, rate, hasBatchNorm ? 1 : 0));
  return Number.isFinite(mean) ? mean : 0;
}

function usable(summary: SweepSummary, hasBatchNorm: boolean): number {
  return values.filter((_, rate) => accuracy(summary, rate, hasBatchNorm) >= USABLE).length;
}

export const rates: SweepPart = {
  ...{ id: 'rates', title: 'Learning rates', kind: 'sweep' },
  sweep: {
    ...rateAndBatchNormSweep.sweep,
    judging: { ...rateAndBatchNormSweep.sweep.judging, foldCount: null },
  },
  lineNames: ['without batch norm', 'with batch norm'],
  questions: [
    {
      id: 'curve',
      ask: 'Sketch the validation accuracy of the network without batch norm against its learning rate.',
      form: {
        ...{ kind: 'sketch', axis: 'learning rate', unit: '%', min: 0, max: 100, step: 5 },
        places: SKETCHED.map((place) => String(values[place])),
        ...{ chartPlaces: SKETCHED, perFigure: 100 },
      },
      happened: (summary) => {
        const measured = SKETCHED.map((rate) => 100 * accuracy(summary, rate, false));
        return { value: measured, text: measured.map((one) => one.toFixed(0)).join(', ') };
      },
    },
    {
      id: 'usable',
      ask: 'Of these seven learning rates, how many more reach 80 % with batch norm than without?',
      form: { kind: 'number', unit: 'of 7', min: 0, max: 7, step: 1, close: 1 },
      happened: (summary) => {
        const more = usable(summary, true) - usable(summary, false);
        return {
          value: more,
          text: `${more} more, ${usable(summary, true)} against ${usable(summary, false)}`,
        };
      },
    },
  ],
  facts: (summary) => ({
    without: String(usable(summary, false)),
    with: String(usable(summary, true)),
    slowWithout: percent(accuracy(summary, 0, false)),
    slowWith: percent(accuracy(summary, 0, true)),
    largeWithout: percent(accuracy(summary, 5, false)),
    largeWith: percent(accuracy(summary, 5, true)),
  }),
  claims: {
    wider: {
      says: 'With batch norm at least two more of the seven learning rates reach 80 %.',
      holds: (summary) => usable(summary, true) - usable(summary, false) >= 2,
      ...{ heldIn: 5, of: 5 },
    },
    large: {
      says: 'At a learning rate of 1 the network with batch norm reaches 80 %, and the one without does not.',
      holds: (summary) =>
        accuracy(summary, 5, true) >= USABLE && accuracy(summary, 5, false) < USABLE,
      ...{ heldIn: 5, of: 5 },
    },
  },
  heldBy: ['P10b'],
};
