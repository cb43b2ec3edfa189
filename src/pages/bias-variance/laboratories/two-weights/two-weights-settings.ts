/** What can be set of two weights: in the laboratory, and in the lesson that looks at them. */
import type { TwoWeights } from '../../../../closed-forms/two-weights.ts';
import type { NumberSetting } from '../../../../settings/settings.ts';

export const LAMBDA: NumberSetting = {
  ...{ kind: 'number', label: 'Strength', symbol: 'λ', min: 0, max: 6, initial: 1 },
  ...{ scale: 'linear', step: 0.1 },
};

const MINIMUM = { kind: 'number', scale: 'linear', step: 0.1 } as const;

/** Where the loss alone has its minimum. */
export const [FIRST, SECOND]: readonly [NumberSetting, NumberSetting] = [
  { ...MINIMUM, label: 'Minimum, w₁', min: -2.8, max: 2.8, initial: 2 },
  { ...MINIMUM, label: 'Minimum, w₂', min: -2, max: 2, initial: 0.5 },
];

/** In steps of the sliders: what is dragged stays a number that can be read. */
export function withinMinimum([first, second]: TwoWeights): TwoWeights {
  return [within(FIRST, first), within(SECOND, second)];
}

function within({ min, max, step = 1 }: NumberSetting, value: number): number {
  const stepped = Math.round(Math.min(max, Math.max(min, value)) / step) * step;
  return Number(stepped.toFixed(6));
}
