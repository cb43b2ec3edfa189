/** P1, the opening: few digits, many wrong labels; the plain network learns them by heart. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const wrongLabels = {
  id: 'wrong-labels',
  title: 'Digits, 30 % wrong labels',
  question: 'Which validation line turns and falls, although its training line keeps climbing?',
  point:
    'The plain network climbs, then falls as it learns the wrong labels; dropout resists them.',
  pace: 5,
  panel: 'wrong-labels',
  experiment: stageWith({
    arms: [{ regularizers: {} }, { regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } }],
  }),
} as const satisfies Preset;
