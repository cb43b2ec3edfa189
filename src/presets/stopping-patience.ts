/** P2: the weights of an early epoch are better than those of the last, with any patience. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

function stoppingWith(patience: number) {
  const earlyStopping = {
    metric: 'validationLoss',
    patience,
    minDelta: 0,
    restoreBest: true,
  } as const;
  return { regularizers: { earlyStopping } };
}

export const stoppingPatience = {
  id: 'stopping-patience',
  title: 'Early stopping: how patient?',
  question: 'Where does each network stop, and does it gain anything by waiting longer?',
  point: 'Stopping early saves what the plain network loses later; patience matters little.',
  pace: 5,
  experiment: stageWith({
    arms: [{ regularizers: {} }, ...[1, 3, 5, 10].map(stoppingWith)],
  }),
} as const satisfies Preset;
