/** Whether a large network gains more from dropout than a small one. */
import { percent, points } from '../../../base/text/figure-text.ts';
import type { SweepSummary } from '../../../plans/sweep.ts';
import { OFF } from '../../../plans/sweep-settings.ts';
import { FIVE_FOLDS } from '../../../presets/sweep/sweep-preset.ts';
import { widthByDropoutSweep } from '../../../presets/sweep/width-by-dropout.ts';
import type { SweepPart } from '../../lesson/lesson.ts';
import { shareDifference } from '../../lesson/share-difference.ts';
import { cellAt, trainingMean, validationMean } from '../../lesson/sweep-figures.ts';

/** The widest and the narrowest network of the grid. */
const [NARROW, WIDE] = [0, widthByDropoutSweep.sweep.axes[0].values.length - 1];
const rates = widthByDropoutSweep.sweep.axes[1].values;

/** Points that the best rate gains over none, at a width. */
function gainAt(summary: SweepSummary, width: number): number {
  const scores = rates.map((_, rate) => validationMean(cellAt(summary, width, rate)));
  return shareDifference(Math.max(...scores.slice(1)), scores[0] ?? NaN);
}

export const size: SweepPart = {
  ...{ id: 'size', title: 'Small and large networks', kind: 'sweep' },
  sweep: { ...widthByDropoutSweep.sweep, judging: { ...FIVE_FOLDS, foldCount: null } },
  lineNames: rates.map((rate) => (rate === OFF ? 'no dropout' : `dropout ${rate}`)),
  questions: [
    {
      id: 'gain',
      ask: 'Digits, a fifth of them with a wrong label. Does a network of 512 hidden units gain more from dropout, at its best rate, than one of 8?',
      form: {
        kind: 'choice',
        options: [
          { id: 'wide', label: 'yes, the large one gains more' },
          { id: 'narrow', label: 'no, the small one gains more' },
          { id: 'same', label: 'both gain about the same, within 3 points' },
        ],
      },
      happened: (summary) => {
        const [narrow, wide] = [gainAt(summary, NARROW), gainAt(summary, WIDE)];
        const more = shareDifference(wide, narrow);
        const value = more > 0.03 ? 'wide' : more < -0.03 ? 'narrow' : 'same';
        return { value, text: `${points(wide)} against ${points(narrow)}` };
      },
    },
  ],
  facts: (summary) => ({
    narrowGain: points(gainAt(summary, NARROW)),
    wideGain: points(gainAt(summary, WIDE)),
    narrowTraining: percent(trainingMean(cellAt(summary, NARROW, 0))),
    wideTraining: percent(trainingMean(cellAt(summary, WIDE, 0))),
    narrowNone: percent(validationMean(cellAt(summary, NARROW, 0))),
    wideNone: percent(validationMean(cellAt(summary, WIDE, 0))),
  }),
  claims: {
    more: {
      says: 'The large network gains more from dropout than the small one.',
      holds: (summary) => gainAt(summary, WIDE) > gainAt(summary, NARROW),
      ...{ heldIn: 10, of: 10 },
    },
  },
  isSlow: true,
  heldBy: ['width-by-dropout'],
};
