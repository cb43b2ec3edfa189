/**
 * How long a sweep will take on this device: some of its own lanes are trained for a few epochs, in chunks as
 * large as they will be. With early stopping it is at most so long.
 */
import { median } from '../../base/statistics/summary.ts';
import { lanesOfChunk } from '../../client/cut-into-chunks.ts';
import type { LaneOrder } from '../../client/lane-job.ts';
import type { LanePool } from '../../client/lane-pool.ts';
import type { LaneSpec } from '../../experiment/lane-spec.ts';
import type { BackendChoice } from '../../protocol/messages.ts';
import type { LaneWishes } from '../../figures/lane-result.ts';

type Pool = Pick<LanePool, 'start' | 'size'>;

interface Timing {
  readonly wishes: LaneWishes;
  readonly backend: BackendChoice;
  readonly signal: AbortSignal;
}

/** A timing shorter than this says little … */
const ENOUGH_MS = 150;
/** … and one that goes on for longer than this keeps people waiting. */
const LONGEST_MS = 4_000;
/** One may fall into a moment in which the machine is busy: the middle one counts. */
const TIMINGS = 3;

/** Null: it was cancelled, or nothing could be trained. */
export async function estimateSeconds(
  pool: Pool,
  specs: readonly LaneSpec[],
  { wishes, backend, signal }: Timing,
): Promise<number | null> {
  const lanesPerChunk = lanesOfChunk(specs.length, pool.size);
  const sample = spreadOver(specs, lanesPerChunk * pool.size);
  const time = (epochs: number) => {
    const shortened = sample.map((spec) => withEpochs(spec, epochs));
    return timeOf(pool, { specs: shortened, wishes, backend, lanesPerChunk }, signal);
  };
  // The first run also starts workers, loads data and compiles.
  if ((await time(1)) === null) return null;
  const startMs = performance.now();
  const longest = Math.max(...sample.map((spec) => spec.training.epochs));
  for (let epochs = 1; ; epochs *= 4) {
    const tookMs = await time(epochs);
    if (tookMs === null) return null;
    const isLong = tookMs >= ENOUGH_MS || performance.now() - startMs > LONGEST_MS;
    if (!isLong && epochs < longest) continue;
    const times = [tookMs];
    while (times.length < TIMINGS && performance.now() - startMs < LONGEST_MS) {
      const again = await time(epochs);
      if (again === null) return null;
      times.push(again);
    }
    const share = workOf(specs) / workOf(sample.map((spec) => withEpochs(spec, epochs)));
    return (median(times) / 1000) * share;
  }
}

/** Epochs times rows: what differs between cells besides their size, which the sample stands for. */
function workOf(specs: readonly LaneSpec[]): number {
  return specs.reduce(
    (sum, { training, data }) => sum + training.epochs * data.trainingExamples,
    0,
  );
}

function spreadOver(specs: readonly LaneSpec[], count: number): LaneSpec[] {
  if (specs.length <= count) return [...specs];
  return Array.from(
    { length: count },
    (_, i) => specs[Math.floor((i * specs.length) / count)],
  ).filter((spec) => spec !== undefined);
}

function withEpochs(spec: LaneSpec, epochs: number): LaneSpec {
  const { training } = spec;
  return { ...spec, training: { ...training, epochs: Math.min(epochs, training.epochs) } };
}

/** In milliseconds; null: cancelled, or none could be trained. */
function timeOf(pool: Pool, order: LaneOrder, signal: AbortSignal): Promise<number | null> {
  return new Promise((resolve) => {
    if (signal.aborted || order.specs.length === 0) {
      resolve(null);
      return;
    }
    const startMs = performance.now();
    let trained = 0;
    const job = pool.start(order, {
      laneTrained: () => void (trained += 1),
      laneFailed: () => undefined,
      progressed: () => undefined,
      finished: () => resolve(trained > 0 ? performance.now() - startMs : null),
      // Its time would be another's.
      displaced: () => giveUp(),
    });
    const giveUp = () => {
      job.cancel();
      resolve(null);
    };
    signal.addEventListener('abort', giveUp);
  });
}
