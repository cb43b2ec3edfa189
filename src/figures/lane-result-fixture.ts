/** A result of a training for tests, whole but for what a test gives it. */
import { FIGURES } from './figures.ts';
import type { FigureRow } from './figures.ts';
import type { LaneResult } from './lane-result.ts';

export function laneResult(
  row: Partial<FigureRow>,
  others: Partial<Omit<LaneResult, 'row'>> = {},
): LaneResult {
  const none = Object.fromEntries(FIGURES.map((name) => [name, NaN])) as FigureRow;
  const whole = { ...none, epoch: 50, ...row };
  return {
    end: { kind: 'finished', epoch: 50, restoredEpoch: null },
    ...{ row: whole, lastRow: whole },
    ...{ best: null, curve: [], seconds: 0.5, trainingRows: 400, validationRows: 100 },
    wrongLabels: 0,
    ...{ parameterCount: 10, weightCount: 8, targetVariance: NaN, keptClasses: [] },
    ...{
      validationOutputs: null,
      validationTargets: null,
      validationInputs: null,
      weights: null,
      network: null,
      moments: null,
      rowNumbers: null,
      rowParts: null,
      test: null,
    },
    ...others,
  };
}
