/** P11: L1 as a plain gradient, and as a step that may stop at 0. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const exactZeros = {
  id: 'exact-zeros',
  title: 'L1: near zero, or exactly zero?',
  question: 'Which network has weights that are exactly 0, and does it cost accuracy?',
  point: 'A plain penalty gives no exact zeros; with exact zeros most weights vanish.',
  pace: 5,
  panel: 'weights',
  experiment: stageWith({
    arms: [false, true].map((proximal) => ({ regularizers: { l1: { lambda: 0.001, proximal } } })),
  }),
} as const satisfies Preset;
