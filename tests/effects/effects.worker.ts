/**
 * Has lanes trained to their end as a batch, over two of the page's own training workers, and answers with their
 * results: for checking what presets claim. Only what the page derives from networks is derived here.
 */
import { LanePool } from '../../src/client/lane-pool.ts';
import { spawnTrainer } from '../../src/client/spawn-trainer.ts';
import { keepTable } from '../../src/datasets/own/kept-tables.ts';
import { buildTable, readTable } from '../../src/datasets/own/table/read-table.ts';
import type { LaneResult } from '../../src/figures/lane-result.ts';
import type { EffectsAnswer, EffectsOrder, TableFile } from './effects.ts';
import { lookAtNetworks } from './look-at-networks.ts';

declare const self: DedicatedWorkerGlobalScope;

const pool = new LanePool(spawnTrainer, 2);

async function answerTo(orders: readonly EffectsOrder[]): Promise<EffectsAnswer[]> {
  const answers: EffectsAnswer[] = [];
  for (const alike of byWishes(orders)) {
    const results = await train(alike);
    let from = 0;
    for (const order of alike) {
      const own = results.slice(from, from + order.specs.length);
      from += order.specs.length;
      answers[orders.indexOf(order)] = { results: own, ...(await lookAtNetworks(order, own)) };
    }
  }
  return answers;
}

/** A batch has one list of wishes. */
function byWishes(orders: readonly EffectsOrder[]): EffectsOrder[][] {
  const groups = new Map<string, EffectsOrder[]>();
  for (const order of orders) {
    const key = JSON.stringify(order.wishes);
    groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  return [...groups.values()];
}

/** On WASM, where a seed gives the same run on every device. */
function train(orders: readonly EffectsOrder[]): Promise<LaneResult[]> {
  for (const { table } of orders) if (table) keep(table);
  const specs = orders.flatMap((order) => order.specs);
  const wishes = orders[0]?.wishes ?? { curveEvery: null, best: null };
  const results: LaneResult[] = [];
  return new Promise((resolve, reject) => {
    pool.start(
      { specs, wishes, backend: 'wasm' },
      {
        laneTrained: (lane, result) => (results[lane] = result),
        laneFailed: (_, { message }) => reject(new Error(message)),
        progressed: () => undefined,
        finished: () => resolve(results),
      },
    );
  });
}

function keep({ fileName, text, choices }: TableFile): void {
  const bytes = new TextEncoder().encode(text);
  keepTable(buildTable(readTable(bytes, choices), bytes, fileName));
}

self.onmessage = ({ data }: MessageEvent<readonly EffectsOrder[]>) => {
  answerTo(data).then(
    (answers) => self.postMessage(answers),
    // Thrown where the page hears of it: a rejection alone would leave it waiting.
    (reason: unknown) => self.reportError(reason),
  );
};
