/**
 * `npm run bench`: this engine against tfjs' model.fit, in a worker of a headless Chromium; and whole batches
 * of trainings, in several. Prints one JSON object a line on standard output and nothing else there. `-- --workload NAME --backend NAME` select.
 */
import { parseArgs } from 'node:util';
import { SWARMS } from '../tests/bench/swarms.ts';
import { WORKLOADS } from '../tests/bench/workloads.ts';
import { openWorkerPage } from './worker-page.ts';

const { values } = parseArgs({
  options: { workload: { type: 'string' }, backend: { type: 'string' } },
});
const swarms = SWARMS.map(({ name }) => name);
const workloads = [...WORKLOADS.map(({ name }) => name), ...swarms];
const backends = ['wasm', 'webgl'];

function selected(all: string[], wanted: string | undefined, what: string): string[] {
  if (wanted === undefined) return all;
  if (all.includes(wanted)) return [wanted];
  throw new Error(`There is no ${what} "${wanted}"; there are ${all.join(', ')}.`);
}

const names = selected(workloads, values.workload, 'workload');
const chosenBackends = selected(backends, values.backend, 'backend');
await bench(
  'tests/bench/bench.worker.ts',
  names.filter((name) => !swarms.includes(name)),
);
await bench(
  'tests/bench/swarm.worker.ts',
  names.filter((name) => swarms.includes(name)),
);

async function bench(entry: string, some: readonly string[]) {
  if (some.length === 0) return;
  const worker = await openWorkerPage(entry, { built: true });
  try {
    for (const backend of chosenBackends)
      for (const workload of some) {
        const figures = await worker.call({ workload, backend });
        if (typeof figures === 'object' && figures !== null && 'error' in figures) {
          console.error(`${workload} on ${backend}: ${String(figures.error)}`);
          process.exitCode = 1;
        } else console.log(JSON.stringify(figures));
      }
  } finally {
    await worker.close();
  }
}
