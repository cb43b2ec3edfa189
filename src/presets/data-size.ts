/** P9: dropout with 50 and with 400 training images, in equally many steps. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const dataSize = {
  id: 'data-size',
  title: 'Dropout: 50 images, or 400?',
  question: 'Does dropout gain as much with 50 images as with 400?',
  point: 'Dropout gains far more with 400 images than with 50: too few cannot be rescued.',
  pace: 5,
  panel: 'mistakes',
  experiment: stageWith({
    data: { wrongLabelShare: 0.2 },
    arms: [50, 400].flatMap((trainingExamples) => {
      // 13 steps an epoch with either: more steps would memorise more.
      const overrides = trainingExamples === 50 ? { trainingExamples, batchSize: 4 } : {};
      return [
        { regularizers: {}, overrides },
        { regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } }, overrides },
      ];
    }),
  }),
} as const satisfies Preset;
