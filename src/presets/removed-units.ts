/** P21: networks of which most hidden units are removed after training. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const removedUnits = {
  id: 'removed-units',
  title: 'Dropout: lose 80 % of the units',
  question: 'Remove 80 % of the hidden units: which network still gets most digits right?',
  point: 'Remove 80 % of the hidden units after training: the network with dropout loses less.',
  pace: 5,
  panel: 'redundancy',
  experiment: stageWith({
    data: { trainingExamples: 600, wrongLabelShare: 0 },
    arms: [{ regularizers: {} }, { regularizers: { dropout: { rate: 0.5, inputRate: 0 } } }],
  }),
} as const satisfies Preset;
