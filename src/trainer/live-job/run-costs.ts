/**
 * What the parts of a run take, and from that what is left of it. Steps are averaged over the last seconds
 * of stepping: lanes end, and the machine gets other work.
 */

import { exp } from '../../base/elementary.ts';

/** What lies so far back counts a third. */
const MEMORY_MS = 5000;

export interface WorkLeft {
  /** To be trained; a fraction where one is under way. */
  readonly epochs: number;
  /** Of all lanes; a fraction where one is under way. */
  readonly measurements: number;
}

export class RunCosts {
  private bursts = 0;
  private steppingMs = 0;
  private epochs = 0;
  private measuringMs = 0;

  /** Steps took so long and led so far, in epochs. The first of all prepare the device as well. */
  addSteps(elapsedMs: number, epochs: number): void {
    const kept = this.bursts === 1 ? 0 : exp(-elapsedMs / MEMORY_MS);
    this.bursts += 1;
    this.steppingMs = this.steppingMs * kept + elapsedMs;
    this.epochs = this.epochs * kept + epochs;
  }

  addMeasurement(elapsedMs: number): void {
    this.measuringMs = elapsedMs;
  }

  /** At full speed; NaN before the first step. */
  get epochSeconds(): number {
    return (this.epochSteppingMs + this.measuringMs) / 1000;
  }

  /** NaN where it is not known what an epoch takes. An epoch lasts as long as the pace says, at least. */
  secondsFor({ epochs, measurements }: WorkLeft, paceSeconds: number): number {
    const stepping = epochs > 0 ? epochs * this.epochSteppingMs : 0;
    const seconds = (stepping + Math.max(0, measurements) * this.measuringMs) / 1000;
    return Math.max(seconds, epochs * paceSeconds);
  }

  private get epochSteppingMs(): number {
    return this.steppingMs / this.epochs;
  }
}
