/** Asks the worker for the weights of its run; whoever asks has them, or is told that they will not come. */
import type { TrainerEvent } from '../../protocol/messages.ts';
import type { NetworkWeights } from '../../protocol/network-weights.ts';

interface Asker {
  readonly resolve: (weights: readonly NetworkWeights[]) => void;
  readonly reject: (reason: Error) => void;
}

export class WeightsQuestion {
  private askers: readonly Asker[] = [];

  /** `ask`: posts the question. */
  answer(ask: () => void): Promise<readonly NetworkWeights[]> {
    return new Promise((resolve, reject) => {
      const isAsked = this.askers.length > 0;
      this.askers = [...this.askers, { resolve, reject }];
      if (!isAsked) ask();
    });
  }

  take(event: TrainerEvent): void {
    if (event.type === 'weightsRead') {
      const { askers } = this;
      this.askers = [];
      for (const { resolve } of askers) resolve(event.networks);
    } else if (event.type === 'weightsFailed') this.giveUp(event.message);
  }

  /** The run is gone, or its worker. */
  giveUp(message: string): void {
    const { askers } = this;
    this.askers = [];
    for (const { reject } of askers) reject(new Error(message));
  }
}
