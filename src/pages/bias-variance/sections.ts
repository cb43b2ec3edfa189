/** The sections of the page below its first one: a line each. Their addresses are #/bias-variance/ and the id. */
import type { ComponentType } from 'react';
import { AdamAndDecay } from './laboratories/adam-and-decay/adam-and-decay.tsx';
import { DoubleDescent } from './laboratories/double-descent/double-descent.tsx';
import { DropoutScaling } from './laboratories/dropout-scaling/dropout-scaling.tsx';
import { TwoWeights } from './laboratories/two-weights/two-weights.tsx';

export interface Section {
  readonly id: string;
  readonly label: string;
  /** Fills the page's main area. */
  readonly Content: ComponentType;
}

export const SECTIONS: readonly Section[] = [
  { id: 'double-descent', label: 'Double descent', Content: DoubleDescent },
  { id: 'two-weights', label: 'Two weights', Content: TwoWeights },
  { id: 'dropout-scaling', label: 'Dropout at inference', Content: DropoutScaling },
  { id: 'adam-and-decay', label: 'Adam and AdamW', Content: AdamAndDecay },
];
