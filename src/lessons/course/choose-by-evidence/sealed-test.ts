/** What was picked by its validation figure is flattered by it: the sealed test set tells by how much. */
import { percent, signedPoints } from '../../../base/text/figure-text.ts';
import type { SweepSummary } from '../../../plans/sweep.ts';
import { OFF } from '../../../plans/sweep-settings.ts';
import { stageBase } from '../../../presets/sweep/sweep-preset.ts';
import type { RegularizerSettings } from '../../../regularizers/registry.ts';
import type { SweepPart } from '../../lesson/lesson.ts';
import { bestOf, testMean, validationMean } from '../../lesson/sweep-figures.ts';

/** Each network keeps the epoch that did best on few images. */
const keepingBest: RegularizerSettings = {
  earlyStopping: {
    ...{ metric: 'validationAccuracy', patience: 1000, minDelta: 0, restoreBest: true },
  },
};

export const sealed: SweepPart = {
  ...{ id: 'sealed', title: 'The sealed test set', kind: 'sweep', opensTest: true },
  sweep: {
    base: {
      ...stageBase({ training: { replicateScope: 'everything' } }),
      regularizers: keepingBest,
    },
    seed: 1,
    axes: [{ setting: 'dropout.rate', values: [OFF, 0.2, 0.5, 0.8] }],
    judging: { foldCount: null, seeds: 5, metric: 'accuracy', at: 'restored' },
  },
  questions: [
    {
      id: 'test',
      ask: 'Twenty networks each keep the epoch that was best on their 100 validation images. Then the test set is opened, once. On average, validation accuracy is …',
      form: {
        kind: 'choice',
        options: [
          { id: 'lower', label: 'lower than test accuracy' },
          { id: 'equal', label: 'about equal to it, within 0.9 points' },
          { id: 'higher', label: 'higher than test accuracy' },
        ],
      },
      happened: (summary) => {
        const flattery = flatteryOf(summary);
        const value = flattery > 0.009 ? 'higher' : flattery < -0.009 ? 'lower' : 'equal';
        return { value, text: `validation minus test: ${signedPoints(flattery)}` };
      },
    },
  ],
  facts: (summary) => {
    const best = bestOf(summary, [0, 1, 2, 3]);
    return {
      flattery: signedPoints(flatteryOf(summary)),
      bestValidation: percent(validationMean(best)),
      bestTest: percent(testMean(best)),
    };
  },
  claims: {
    flatters: {
      says: 'On average validation accuracy at the chosen epochs is higher than test accuracy.',
      holds: (summary) => flatteryOf(summary) > 0,
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: {
    ...{ label: 'Accuracy at the chosen epochs', unit: '%' },
    figures: (summary) => {
      const best = bestOf(summary, [0, 1, 2, 3]);
      return [
        { name: 'validation', value: 100 * validationMean(best) },
        { name: 'test', value: 100 * testMean(best) },
      ];
    },
  },
  isSlow: true,
  heldBy: [],
};

/** Mean over all networks of validation minus test accuracy. */
function flatteryOf({ cells }: SweepSummary): number {
  const gaps = cells.map((cell) => validationMean(cell) - testMean(cell));
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}
