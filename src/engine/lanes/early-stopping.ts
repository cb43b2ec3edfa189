/** When a lane stops by itself: patience over a figure measured on validation rows. */

export interface StopRule {
  readonly metric: 'validationLoss' | 'validationAccuracy';
  /** Epochs without improvement before stopping; 0 counts as 1. */
  readonly patience: number;
  /** An improvement must be larger than this. */
  readonly minDelta: number;
  /** At the end restores the weights and batch-norm statistics of the best epoch. */
  readonly restoreBest: boolean;
}

/** What a watch has seen. */
export interface PatienceState {
  readonly bestValue: number;
  readonly bestEpoch: number;
}

export type Observation = 'improved' | 'waiting' | 'stop';

/**
 * Watches one lane. Stops exactly max(1, patience) epochs after the last improvement; an improvement is
 * strict, by more than minDelta (Prechelt 1998; Goodfellow, Bengio & Courville 2016, ch. 7.8).
 */
export class PatienceWatch {
  readonly rule: StopRule;
  private bestValue = NaN;
  private bestAt = -1;

  constructor(rule: StopRule) {
    this.rule = rule;
  }

  get patienceState(): PatienceState {
    return { bestValue: this.bestValue, bestEpoch: this.bestAt };
  }

  /** Forgets what came after. */
  resume({ bestValue, bestEpoch }: PatienceState): void {
    this.bestValue = bestValue;
    this.bestAt = bestEpoch;
  }

  /** Epoch of the last improvement; -1 before the first observation. */
  get bestEpoch(): number {
    return this.bestAt;
  }

  observe(epoch: number, value: number): Observation {
    const { metric, minDelta, patience } = this.rule;
    const gain = metric === 'validationLoss' ? this.bestValue - value : value - this.bestValue;
    if ((this.bestAt < 0 && value === value) || gain > minDelta) {
      this.bestValue = value;
      this.bestAt = epoch;
      return 'improved';
    }
    return epoch - Math.max(0, this.bestAt) >= Math.max(1, patience) ? 'stop' : 'waiting';
  }
}
