/** All presets, in the order of the menu. The first one opens the page. */
import { mnistNotebook } from './mnist-notebook.ts';
import { mnistWrongLabels } from './mnist-wrong-labels.ts';
import type { Preset } from './preset.ts';
import { trueLabels } from './true-labels.ts';
import { wrongLabels } from './wrong-labels.ts';

export const OPENING_PRESET: Preset = wrongLabels;

export const PRESETS: readonly Preset[] = [
  OPENING_PRESET,
  trueLabels,
  mnistWrongLabels,
  mnistNotebook,
];
