/** All presets by groups, in the order of the menu. The first one opens the page. */
import { batchNormLies } from './batch-norm-lies.ts';
import { circlesL2 } from './circles-l2.ts';
import { curveStrength } from './curve-strength.ts';
import { curveWidth } from './curve-width.ts';
import { dataSize } from './data-size.ts';
import { deepSigmoid } from './deep-sigmoid.ts';
import { dropoutRate } from './dropout-rate.ts';
import { exactZeros } from './exact-zeros.ts';
import { fewPatients } from './few-patients.ts';
import { l2Strength } from './l2-strength.ts';
import { learningRates } from './learning-rates.ts';
import { manyCures } from './many-cures.ts';
import { mnistNotebook } from './mnist-notebook.ts';
import { mnistWrongLabels } from './mnist-wrong-labels.ts';
import { moonsL2 } from './moons-l2.ts';
import { moreWrongLabels } from './more-wrong-labels.ts';
import { noCure } from './no-cure.ts';
import type { Preset } from './preset.ts';
import { randomLabels } from './random-labels.ts';
import { removedUnits } from './removed-units.ts';
import { smoothLabels } from './smooth-labels.ts';
import { sparseTruth } from './sparse-truth.ts';
import { stableAnswers } from './stable-answers.ts';
import { stoppingPatience } from './stopping-patience.ts';
import { trueLabels } from './true-labels.ts';
import { tumoursLogistic } from './tumours-logistic.ts';
import { tumoursWrongLabels } from './tumours-wrong-labels.ts';
import { wrongLabels } from './wrong-labels.ts';

export interface PresetGroup {
  readonly title: string;
  readonly presets: readonly Preset[];
}

export const OPENING_PRESET: Preset = wrongLabels;

export const PRESET_GROUPS: readonly PresetGroup[] = [
  { title: 'Start here', presets: [OPENING_PRESET, trueLabels, moreWrongLabels] },
  { title: 'Learning by heart', presets: [randomLabels, stoppingPatience, manyCures, noCure] },
  { title: 'How much of it?', presets: [l2Strength, dropoutRate, dataSize] },
  { title: 'Points and curves', presets: [circlesL2, moonsL2, curveStrength, curveWidth] },
  {
    title: 'Tables, and which features matter',
    presets: [sparseTruth, tumoursLogistic, tumoursWrongLabels, fewPatients],
  },
  {
    title: 'Inside the networks',
    presets: [exactZeros, removedUnits, stableAnswers, smoothLabels],
  },
  { title: 'Batch norm', presets: [deepSigmoid, learningRates, batchNormLies] },
  { title: 'MNIST', presets: [mnistWrongLabels, mnistNotebook] },
];

export const PRESETS: readonly Preset[] = PRESET_GROUPS.flatMap(({ presets }) => presets);
