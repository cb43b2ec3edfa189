/** How far a run is within an epoch, and how long it still takes, in a few words. */
import type { RunProgress } from '../../../protocol/messages.ts';
import { count, wholePercent } from '../../../base/text/figure-text.ts';

/** In a shorter epoch the number of the batch would only flicker. */
const LONG_EPOCH_SECONDS = 2;

/** A shorter time is over before one has read it, and a line that came and went would move the page. */
const WORTH_TELLING_SECONDS = 20;

export interface EpochUnderWay {
  readonly status: string;
  readonly stepInEpoch: number;
  readonly stepsPerEpoch: number;
  readonly progress: RunProgress | null;
}

/** "batch 312 of 1,875", "measuring, 40 %"; '' where the epoch is over before one could read it. */
export function withinEpochText({
  status,
  stepInEpoch,
  stepsPerEpoch,
  progress,
}: EpochUnderWay): string {
  const isLong = status === 'training' && (progress?.epochSeconds ?? 0) >= LONG_EPOCH_SECONDS;
  if (status !== 'paused' && !isLong) return '';
  const measured = progress?.measured ?? null;
  if (measured !== null) return `measuring, ${wholePercent(measured)}`;
  return stepInEpoch > 0 ? `batch ${count(stepInEpoch)} of ${count(stepsPerEpoch)}` : '';
}

/** `mayEndEarly`: some network may stop before its last epoch. '' where there is nothing worth telling. */
export function timeLeftText(progress: RunProgress | null, mayEndEarly = false): string {
  if (!progress || !(progress.secondsLeft >= WORTH_TELLING_SECONDS)) return '';
  const { secondsLeft } = progress;
  return `${mayEndEarly ? 'at most about' : 'about'} ${duration(secondsLeft)} left`;
}

/** ": 2.4 of 11.1 MB"; '' before it is known how much there is, and of so little that it is there at once. */
export function loadedText({
  loadedBytes,
  totalBytes,
}: {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}): string {
  const inMegabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const total = inMegabytes(totalBytes);
  return Number(total) > 0 ? `: ${inMegabytes(loadedBytes)} of ${total} MB` : '';
}

/** A time, rounded as an estimate should be: "40 s", "5 min", "2 h 20 min". */
function duration(seconds: number): string {
  if (seconds < 90) return `${5 * Math.round(seconds / 5)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const tens = 10 * Math.round(minutes / 10);
  const [hours, rest] = [Math.floor(tens / 60), tens % 60];
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
