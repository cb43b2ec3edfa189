/**
 * A claim of a preset of the Sweep page: it says the preset's point, and is judged as the page judges. Margins were
 * chosen when the figures were known: far enough from the worst seed that another may be worse.
 */
import type { LaneWishes } from '../../src/figures/lane-result.ts';
import type { SweepPreset } from '../../src/presets/sweep/sweep-preset.ts';
import { defineClaim } from './claim.ts';
import type { Claim, Margin } from './claim.ts';
import { judgeSweep } from './judged-sweep.ts';
import type { JudgedSweep } from './judged-sweep.ts';

interface SweepClaim<Figure extends string> {
  readonly preset: SweepPreset;
  /** The seeds of `npm test`: few, since a grid is many trainings. */
  readonly quickSeeds: readonly number[];
  readonly seeds?: readonly number[];
  readonly wishes?: Partial<LaneWishes>;
  readonly figures: (judged: JudgedSweep) => Readonly<Record<Figure, number>>;
  readonly margins: readonly Margin<Figure>[];
}

export function sweepClaim<Figure extends string>(claim: SweepClaim<Figure>): Claim {
  const { preset, wishes, figures, ...others } = claim;
  return defineClaim({
    ...{ ...others, id: preset.claim, preset, says: preset.point, isQuick: true },
    measure: async ({ trainSweep }, seed) =>
      figures(judgeSweep(preset.sweep, await trainSweep(preset.sweep, seed, wishes))),
  });
}
