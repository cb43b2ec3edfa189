/** What fills the page's main area in each section. Apart from their names, which the shell knows before it. */
import type { ComponentType } from 'react';
import { AdamAndDecay } from './laboratories/adam-and-decay/adam-and-decay.tsx';
import { DoubleDescent } from './laboratories/double-descent/double-descent.tsx';
import { DropoutScaling } from './laboratories/dropout-scaling/dropout-scaling.tsx';
import { TwoWeights } from './laboratories/two-weights/two-weights.tsx';
import type { Section } from './sections.ts';

export const SECTION_CONTENTS: Readonly<Record<Section['id'], ComponentType>> = {
  'double-descent': DoubleDescent,
  'two-weights': TwoWeights,
  'dropout-scaling': DropoutScaling,
  'adam-and-decay': AdamAndDecay,
};
