/** The formula's numbers in the arm now: how large the penalty is, or the weights are. */
import type { LaneHistory } from '../../../client/run-history.ts';
import type { FigureRow } from '../../../figures/figures.ts';
import type { LooseSettings, RegularizerEntry } from '../../../experiment/regularizers.ts';
import { decimals, epochText } from '../../../base/text/figure-text.ts';
import styles from './regularizer-chip.module.css';

interface LiveNumbersProps {
  readonly regularizer: RegularizerEntry;
  readonly settings: LooseSettings;
  readonly lane: LaneHistory;
  /** Null: now. */
  readonly epoch: number | null;
}

/** Draws nothing for a regularizer that neither penalises nor limits weights. */
export function LiveNumbers({ regularizer, settings, lane, epoch }: LiveNumbersProps) {
  const row = lane.at(epoch);
  if (!row || !Number.isFinite(row.weightNorm)) return null;
  const text = regularizer.hasPenalty
    ? penaltyText(regularizer, settings, row)
    : regularizer.actsOnWeights && `√Σw² = ${short(row.weightNorm)}`;
  if (text === false) return null;
  return (
    <p className={styles.live}>
      Arm {lane.lane.armId} at epoch {epochText(row.epoch)}: {text}.
    </p>
  );
}

function penaltyText(regularizer: RegularizerEntry, settings: LooseSettings, row: FigureRow) {
  const sums = { absolute: row.weightSum, squares: row.weightNorm * row.weightNorm };
  const penalty = regularizer.penalty(settings, sums);
  const of = `Σ|w| = ${short(sums.absolute)}, Σw² = ${short(sums.squares)}`;
  return `penalty ${decimals(3)(penalty)} beside a training data loss of ${decimals(3)(row.trainingLoss)} (${of})`;
}

function short(value: number): string {
  return decimals(value < 10 ? 2 : 1)(value);
}
