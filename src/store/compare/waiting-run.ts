/** The worker's run while a kept one is on screen: what comes from the worker goes to it. */
import type { TrainerEvent } from '../../protocol/messages.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Playground } from '../playground.ts';
import { runOnScreen } from './kept-run.ts';
import { takeEvent } from './run-events.ts';

export class WaitingRun {
  /** Why its worker stopped; null: it has not. */
  lostBecause: string | null = null;
  private state: Partial<Playground>;

  constructor(onScreen: Playground) {
    // What was pressed for it is not pressed for the run that takes its place.
    this.state = { ...runOnScreen(onScreen), whenReady: null };
  }

  take(event: TrainerEvent, onScreen: Playground, ordered: Experiment): void {
    const whole = { ...onScreen, ...this.state };
    this.state = { ...this.state, ...takeEvent(whole, event, ordered) };
  }

  /** What the store gets back. A run whose worker is lost trains on when it is told to. */
  whole(): Partial<Playground> {
    const isLost = this.lostBecause !== null && this.state.status === 'training';
    return isLost ? { ...this.state, status: 'paused' } : this.state;
  }
}
