/** Has experiments and plans trained in a real Chromium, as batches. */
import { openWorkerPage } from '../../tools/worker-page.ts';
import { repeatsOf } from '../../src/experiment/experiment.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { laneSpecOf } from '../../src/experiment/lane-spec.ts';
import { END_FIGURES_ONLY } from '../../src/figures/lane-result.ts';
import type { LaneWishes } from '../../src/figures/lane-result.ts';
import type { Plan } from '../../src/plans/plan.ts';
import { planSweep } from '../../src/plans/sweep.ts';
import type { Sweep, SweepSummary } from '../../src/plans/sweep.ts';
import type { EffectsAnswer, EffectsOrder, TableFile } from './effects.ts';

/** What may be wanted besides the figures at the end. */
export type Wishes = Partial<Omit<LaneWishes, 'network'>> & {
  readonly look?: EffectsOrder['look'];
  readonly table?: TableFile;
};

export interface Training {
  readonly train: (experiment: Experiment, seed: number, wishes?: Wishes) => Promise<EffectsAnswer>;
  /** Summarised as the page does. */
  readonly trainSweep: (
    sweep: Sweep,
    seed: number,
    wishes?: Partial<LaneWishes>,
  ) => Promise<SweepSummary>;
  readonly trainPlan: <Key, Summary>(
    plan: Plan<Key, Summary>,
    wishes?: Partial<LaneWishes>,
  ) => Promise<Summary>;
}

export interface Trainer extends Training {
  readonly close: () => Promise<void>;
}

export async function openTrainer(): Promise<Trainer> {
  // Built, so that no edit of a source in the meantime reloads the page.
  const worker = await openWorkerPage('tests/effects/effects.worker.ts', { built: true });
  const order = gatherOrders(async (orders) => (await worker.call(orders)) as EffectsAnswer[]);
  const trainPlan: Training['trainPlan'] = async ({ lanes, wishes, summarise }, more) => {
    const trainings = lanes();
    const specs = trainings.map(({ spec }) => spec);
    const { results } = await order({ specs, wishes: { ...wishes, ...more }, look: null });
    return summarise(
      new Map(trainings.flatMap(({ key }, i) => (results[i] ? [[key, results[i]]] : []))),
    );
  };
  return {
    train: (experiment, seed, wishes) => order(orderOf(experiment, seed, wishes)),
    trainSweep: (sweep, seed, more) => trainPlan(planSweep({ ...sweep, seed }), more),
    trainPlan,
    close: worker.close,
  };
}

function orderOf(
  experiment: Experiment,
  seed: number,
  { look = null, table, ...wishes }: Wishes = {},
): EffectsOrder {
  const seeded = { ...experiment, training: { ...experiment.training, seed } };
  const specs = repeatsOf(seeded).flatMap((repeat) =>
    seeded.arms.map((arm) => laneSpecOf(seeded, arm, repeat)),
  );
  const network = look !== null;
  return {
    ...{ specs, wishes: { ...END_FIGURES_ONLY, network, ...wishes }, look },
    ...(table && { table }),
  };
}

interface Waiting {
  readonly order: EffectsOrder;
  readonly resolve: (answer: EffectsAnswer) => void;
  readonly reject: (reason: unknown) => void;
}

/** Orders given at once, as those of a claim's seeds, are one batch: the more lanes, the better two workers share them. */
function gatherOrders(answerAll: (orders: readonly EffectsOrder[]) => Promise<EffectsAnswer[]>) {
  let waiting: Waiting[] = [];
  let last: Promise<void> = Promise.resolve();
  const flush = async () => {
    const taken = waiting;
    waiting = [];
    if (taken.length === 0) return;
    try {
      const answers = await answerAll(taken.map(({ order }) => order));
      taken.forEach(({ resolve, reject }, i) => {
        const answer = answers[i];
        if (answer) resolve(answer);
        else reject(new Error('An order was not answered.'));
      });
    } catch (reason) {
      for (const { reject } of taken) reject(reason);
    }
  };
  return (order: EffectsOrder) =>
    new Promise<EffectsAnswer>((resolve, reject) => {
      waiting.push({ order, resolve, reject });
      last = last.then(flush);
    });
}
