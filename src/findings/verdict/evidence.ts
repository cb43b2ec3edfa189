/** The figures a verdict may use: of each arm the lanes that trained and stayed finite. */
import { mean, median } from '../../base/statistics/summary.ts';
import type { LaneHistory } from '../../client/run-history.ts';
import type { Arm } from '../../experiment/experiment.ts';
import type { FigureName, FigureRow } from '../../figures/figures.ts';
import { count } from '../../base/text/figure-text.ts';
import { metricOf } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { VerdictMaterial } from './verdict-material.ts';

/** A lane at its compared epoch: the one restored, else the last. */
export interface LaneEvidence {
  readonly history: LaneHistory;
  readonly replicate: number;
  readonly row: FigureRow;
}

export interface ArmEvidence {
  readonly arm: Arm;
  /** Lanes it was given, those that are left out of everything, and those that count. */
  readonly replicates: number;
  readonly diverged: readonly LaneHistory[];
  readonly lanes: readonly LaneEvidence[];
}

export interface Evidence {
  readonly material: VerdictMaterial;
  readonly metric: Metric;
  /** All arms that have lanes, in the experiment’s order. */
  readonly all: readonly ArmEvidence[];
  /** Those with a lane that counts; the first is what the others are compared with. */
  readonly arms: readonly ArmEvidence[];
}

export function gatherEvidence(material: VerdictMaterial): Evidence {
  const metric = metricOf(material.dataset.task);
  const epoch = commonEpoch(material.lanes);
  // Untrained networks are no result, but they are what is seen where one looks back at them.
  const least = material.runPhase === 'lookingBack' ? 0 : Number.MIN_VALUE;
  const all = material.experiment.arms.flatMap((arm): ArmEvidence[] => {
    const own = material.lanes.filter(({ lane }) => lane.armId === arm.id && lane.fold === 0);
    if (own.length === 0) return [];
    const lanes = own.flatMap((history) => laneEvidence(history, metric, { epoch, least }));
    const diverged = own.filter(({ end }) => end?.kind === 'diverged');
    return [{ arm, replicates: own.length, diverged, lanes }];
  });
  return { material, metric, all, arms: all.filter(({ lanes }) => lanes.length > 0) };
}

/** Nothing where the lane diverged, has not trained, or has no figure to compare. */
function laneEvidence(
  history: LaneHistory,
  metric: Metric,
  { epoch, least }: { readonly epoch: number; readonly least: number },
): LaneEvidence[] {
  if (history.end?.kind === 'diverged') return [];
  const isRunning = history.end === null && history.restoredEpoch === null;
  const row = isRunning && !history.current ? history.row(epoch) : history.latest;
  if (!row || !(row.epoch >= least) || !Number.isFinite(row[metric.figure])) return [];
  return [{ history, replicate: history.lane.replicate, row }];
}

/** Arms with other batches get their turns one after the other: some may be an epoch ahead. */
function commonEpoch(lanes: readonly LaneHistory[]): number {
  const running = lanes.filter(({ end, restoredEpoch }) => end === null && restoredEpoch === null);
  return Math.min(...running.map(({ length }) => length - 1));
}

/** Over the lanes that count. */
export function meanFigure({ lanes }: ArmEvidence, name: FigureName): number {
  return mean(lanes.map(({ row }) => row[name]));
}

/** On every training row where they were measured, else on the sample. */
export function trainingFigure({ history, row }: LaneEvidence, what: 'accuracy' | 'loss'): number {
  const sampled = what === 'accuracy' ? row.trainingAccuracy : row.trainingLoss;
  return history.allTrainingRows?.[what] ?? sampled;
}

/** " on all 4,000 rows", where the charts have a sample’s figures under the same name; else ''. */
export function trainingRowsText(arms: readonly ArmEvidence[]): string {
  const lanes = arms.flatMap((arm) => arm.lanes).filter(({ history }) => isMeasuredWhole(history));
  if (lanes.length === 0) return '';
  const [all = 0, ...others] = new Set(lanes.map(({ history }) => history.lane.trainingRows));
  return others.length === 0 ? ` on all ${count(all)} rows` : ' on all rows';
}

/** On all training rows at the end, of which the rows of its curves are a sample. */
export function isMeasuredWhole({ allTrainingRows, lane }: LaneHistory): boolean {
  return allTrainingRows !== null && lane.trainingSampleRows < lane.trainingRows;
}

/** Between neighbouring epochs: how much a curve wobbles, or climbs. */
export function medianChange(lane: LaneHistory, name: FigureName): number {
  return median(
    Array.from({ length: lane.length - 1 }, (_, index) =>
      Math.abs(lane.value(name, index + 1) - lane.value(name, index)),
    ),
  );
}
