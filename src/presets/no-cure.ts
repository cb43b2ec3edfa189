/** P4: label smoothing beside two that resist wrong labels. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const noCure = {
  id: 'no-cure',
  title: 'Label smoothing: a cure too?',
  question:
    'Does label smoothing keep the network from learning the wrong labels, as the others do?',
  point:
    'Elastic net and dropout end well ahead; label smoothing learns the wrong labels all the same.',
  pace: 5,
  panel: 'wrong-labels',
  experiment: stageWith({
    arms: [
      { regularizers: {} },
      // λ Σ|w| of 0.001 and λ Σw² of 0.003.
      { regularizers: { elasticNet: { lambda: 0.004, l1Share: 0.25 } } },
      { regularizers: { dropout: { rate: 0.5, inputRate: 0 } } },
      { regularizers: { labelSmoothing: { epsilon: 0.1 } } },
    ],
  }),
} as const satisfies Preset;
