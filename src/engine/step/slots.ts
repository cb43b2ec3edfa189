/**
 * Slots: the numbers, one per lane, through which everything that can change without rebuilding a
 * program reaches the kernels. A regularizer maps its settings to some of them; the kernels apply
 * them at fixed moments of the step (see training-step.ts) and know no regularizer by name.
 *
 * Every neutral value is an exact identity: a step with it equals, bit for bit, a step without.
 */

export interface SlotDescription {
  readonly neutral: number;
  /** When in the step and by which kernel it is applied. */
  readonly applied: string;
}

/** The order is the column of the slot in `StepInputs.slots`; kernels use `SLOT_INDEX`. */
export const SLOTS = {
  /** Probability of keeping a hidden unit; kept activations are divided by it. */
  keepHidden: { neutral: 1, applied: 'denseForward/batchNormForward, after the activation' },
  /** ε: targets become y(1 − ε) + ε/C, in the step only. */
  labelSmoothing: { neutral: 0, applied: 'outputGradient' },
  /** Added to a weight's gradient, times the weight (L2: 2λ). */
  gradientPerWeight: { neutral: 0, applied: 'updateParameters, before the optimiser' },
  /** Added to a weight's gradient, times its sign, 0 at 0 (L1: λ). */
  gradientPerSign: { neutral: 0, applied: 'updateParameters, before the optimiser' },
  /** Decoupled decay λ: w ← w − ηλw before the optimiser's step. */
  shrinkBefore: { neutral: 0, applied: 'updateParameters, before the optimiser' },
  /**
   * λ of the proximal step: w ← sign(w)·max(|w| − sλ, 0) after the optimiser's step, s being the
   * optimiser's step per unit of steady gradient.
   */
  softThreshold: { neutral: 0, applied: 'updateParameters, after the optimiser' },
  /** Largest norm of a unit's incoming weights (a column of the kernel). */
  columnLimit: { neutral: Infinity, applied: 'limitColumns, last in the step' },
  /** η of this step. */
  learningRate: { neutral: 0, applied: 'updateParameters' },
  /** 1 − β₁ᵗ and 1 − β₂ᵗ of Adam at this step (t from 1), by repeated multiplication. */
  firstCorrection: { neutral: 1, applied: 'updateParameters (Adam)' },
  secondCorrection: { neutral: 1, applied: 'updateParameters (Adam)' },
} as const satisfies Record<string, SlotDescription>;

export type SlotName = keyof typeof SLOTS;

const SLOT_NAMES = Object.keys(SLOTS) as readonly SlotName[];
export const SLOT_COUNT = SLOT_NAMES.length;
export const SLOT_INDEX = Object.fromEntries(
  SLOT_NAMES.map((name, index) => [name, index]),
) as Readonly<Record<SlotName, number>>;

/** The slots that regularizers may fill; the rest belong to the optimiser. */
export type RegularizerSlot = Exclude<
  SlotName,
  'learningRate' | 'firstCorrection' | 'secondCorrection'
>;

/**
 * Perturbations of the inputs, applied while the batch is gathered (batches.ts), not by a
 * kernel: probability of keeping an input, and the standard deviation of the noise added to it.
 */
export const INPUT_SLOTS = { keepInput: { neutral: 1 }, inputNoise: { neutral: 0 } } as const;

/** What a regularizer fills in; missing means neutral. */
export type RegularizerSlots = Partial<Record<RegularizerSlot | keyof typeof INPUT_SLOTS, number>>;

/** One row of slots, all neutral. */
export function neutralSlots(): Float64Array {
  return Float64Array.from(SLOT_NAMES, (name) => SLOTS[name].neutral);
}

/**
 * Slots of several regularizers together: what adds (neutral 0) is added, what multiplies (neutral 1)
 * is multiplied, limits (neutral Infinity) take the smallest. One regularizer's values pass unchanged.
 */
export function combineSlots(all: readonly RegularizerSlots[]): RegularizerSlots {
  const combined: RegularizerSlots = {};
  for (const slots of all)
    for (const [key, value] of Object.entries(slots)) {
      const name = key as keyof RegularizerSlots;
      const { neutral } = { ...SLOTS, ...INPUT_SLOTS }[name];
      const before = combined[name] ?? neutral;
      if (neutral === 0) combined[name] = before + value;
      else combined[name] = neutral === 1 ? before * value : Math.min(before, value);
    }
  return combined;
}
