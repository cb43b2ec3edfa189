/** One arm by itself: where it ends, and how much that varies. */
import { standardDeviation } from '../../base/statistics/summary.ts';
import { decimals } from '../../base/text/figure-text.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { listFigures } from './few-runs.ts';
import type { SideBySide } from './few-runs.ts';
import { digitsFor } from '../metric.ts';
import type { Statement } from '../statement.ts';
import { stillImproving } from './still-improving.ts';

/** One arm, over as many seeds as it has. */
export function describeAlone(evidence: Evidence, arm: ArmEvidence): Statement[] {
  const { metric } = evidence;
  const seeds = arm.lanes.length;
  const sideBySide: SideBySide = { arms: [arm], seeds, total: arm.replicates };
  const lead = seeds === 1 ? 'One run:' : `${seeds} seeds:`;
  const values = arm.lanes.map(({ row }) => row[metric.figure]);
  const text = listFigures(evidence, sideBySide, 'end') + spread(evidence, values);
  return [{ lead, text: `${text}.${stillImproving(evidence, [arm])}` }];
}

function spread({ metric }: Evidence, values: readonly number[]): string {
  if (values.length < 3) return '';
  const deviation = standardDeviation(values);
  const text = decimals(digitsFor(metric, [0, deviation]))(deviation * metric.scale);
  return ` (standard deviation ${text}${metric.differenceUnit})`;
}
