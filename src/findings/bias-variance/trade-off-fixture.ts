/** Made-up trade-offs for tests of their findings. */
import type {
  PartFigures,
  TradeOffAxis,
  TradeOffMaterial,
  ValueFigures,
} from './trade-off-material.ts';

export const L2: TradeOffAxis = {
  before: 'L2 strength',
  behind: '',
  simpler: 'last',
  kind: 'strength',
  leftOut: 'L2',
};
export const EPOCHS: TradeOffAxis = {
  before: '',
  behind: 'epochs',
  simpler: 'first',
  kind: 'length',
};
export const WIDTH: TradeOffAxis = { before: '', behind: 'units', simpler: 'first', kind: 'size' };
export const POINTS: TradeOffAxis = {
  before: '',
  behind: 'points',
  simpler: 'neither',
  kind: 'data',
};
export const ARMS: TradeOffAxis = { before: '', behind: '', simpler: 'neither', kind: 'arms' };

/** Of eight training sets: how much harder or easier than the others each is, with mean 0. */
const LUCK = [0, 1, -1, 2, -2, 1, -1, 0];

interface Parts {
  readonly bias2: number;
  readonly variance: number;
  readonly noise?: number;
  /** How much the error of a set differs from one value of the axis to another: 1, little; 10, a lot. */
  readonly wobble?: number;
  readonly others?: Partial<PartFigures>;
}

/** A value with networks of eight sets, whose test error is the sum of its parts. */
export function value(
  label: string,
  { bias2, variance, noise = 0.09, wobble = 1, others }: Parts,
): ValueFigures {
  const test = bias2 + variance + noise;
  const place = label.length;
  const bySet = LUCK.map((luck, i) => {
    const own = LUCK[(i + place) % LUCK.length] ?? 0;
    return [i + 1, test + 0.02 * luck + 0.002 * wobble * own] as const;
  });
  return {
    ...{ label, networks: 8, diverged: [] },
    figures: {
      ...{ bias2, variance, test, testBySet: new Map(bySet) },
      ...{ largest: { set: 3, share: 0.2 }, disagreement: null },
      ...others,
    },
  };
}

export function tradeOff(
  axis: TradeOffAxis,
  values: readonly ValueFigures[],
  others: Partial<TradeOffMaterial> = {},
): TradeOffMaterial {
  const all = 8 * values.length;
  return {
    ...{ axis, values, trainings: { done: all, all } },
    ...{ noise: 0.09, task: 'regression', noun: 'points', rows: 20 },
    ...others,
  };
}
