/**
 * Which backend trains on which device, and what the page is told about it. The devices are made of this one
 * (devices.ts), in a worker of a real Chromium.
 */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openWorkerPage } from '../../tools/worker-page.ts';
import type { WorkerPage } from '../../tools/worker-page.ts';
import type { BackendChoice, BackendName } from '../../src/protocol/messages.ts';
import type { Swarm } from '../../src/trainer/swarm.ts';
import type { ChoiceRequest } from './backend-choice.worker.ts';

let worker: WorkerPage;
beforeAll(async () => {
  worker = await openWorkerPage('tests/browser/backend-choice.worker.ts', { built: true });
});
afterAll(() => worker.close());
// A backend is chosen once in a worker's life.
beforeEach(() => worker.restart());

type Expected = readonly [
  device: ChoiceRequest['device'],
  choice: BackendChoice,
  name: BackendName,
  reason: RegExp,
];

const CASES: readonly Expected[] = [
  ['this one', 'auto', 'wasm', /runs in software here, and WASM is faster/],
  ['this one', 'webgl', 'webgl', /You chose WebGL/],
  ['this one', 'wasm', 'wasm', /You chose WASM/],
  ['this one', 'cpu', 'cpu', /You chose the CPU/],
  ['a GPU by its name', 'auto', 'webgl', /has a GPU/],
  ['a GPU by its name', 'wasm', 'wasm', /You chose WASM/],
  ['a GPU with half precision', 'auto', 'wasm', /WebGL is not used: it computes in half precision/],
  ['a GPU with half precision', 'webgl', 'wasm', /You chose WebGL, but it computes in half/],
  ['a GPU with two render targets', 'auto', 'wasm', /2 render targets, 4 are needed/],
  ['a GPU with a wrong product', 'auto', 'wasm', /a small product came out wrong/],
  ['a GPU that hangs', 'auto', 'wasm', /did not answer within 5000 ms/],
  ['no WebGL', 'auto', 'wasm', /offers no WebGL 2/],
  ['no WebGL', 'webgl', 'wasm', /You chose WebGL, but this browser offers no WebGL 2/],
  [
    'no WebGL, and no WASM either',
    'auto',
    'cpu',
    /no WebGL 2 here. WASM did not start either: the network is down\.$/,
  ],
  [
    'no WebGL, and no WASM either',
    'wasm',
    'cpu',
    /^You chose WASM, but it did not start: the network is down\.$/,
  ],
];

const SMALL: Swarm = { lanes: 25, sizes: [64, 32, 10], batchSize: 32 };
const LARGE: Swarm = { lanes: 25, sizes: [784, 512, 10], batchSize: 32 };

const SWARM_CASES: readonly (readonly [Swarm, ...Expected])[] = [
  [SMALL, 'a GPU by its name', 'auto', 'wasm', /25 small networks are trained at once: WASM is/],
  [LARGE, 'a GPU by its name', 'auto', 'webgl', /has a GPU/],
  [SMALL, 'a GPU by its name', 'webgl', 'webgl', /You chose WebGL/],
  [SMALL, 'a GPU by its name', 'cpu', 'cpu', /You chose the CPU/],
  [SMALL, 'a GPU without WASM', 'auto', 'webgl', /has a GPU/],
  [SMALL, 'this one', 'auto', 'wasm', /runs in software here, and WASM is faster/],
  [SMALL, 'no WebGL', 'auto', 'wasm', /offers no WebGL 2/],
];

/** A software renderer under a GPU's name, as WebKit's is, is what the measurement is for. */
const TIMED_CASES: readonly Expected[] = [
  [
    'a GPU by its name',
    'auto',
    'wasm',
    /^WebGL is not used: it takes \d+ ms for products of matrices that WASM does in \d+ ms\.$/,
  ],
];

const GPU = { webgl: 4, wasm: 20, cpu: 60 };
const SLOW = { webgl: 120, wasm: 20, cpu: 130 };
const MANY_CORES = { webgl: 20, wasm: 20, cpu: 130 };
const SPEED_CASES: readonly (readonly [Readonly<Record<BackendName, number>>, ...Expected])[] = [
  [SLOW, 'a GPU by its name', 'auto', 'wasm', /it takes 120 ms .* that WASM does in 20 ms\.$/],
  [SLOW, 'a GPU by its name', 'webgl', 'webgl', /You chose WebGL/],
  [
    GPU,
    'a GPU without WASM',
    'auto',
    'webgl',
    /a GPU\. WASM did not start: the network is down\.$/,
  ],
  [
    SLOW,
    'a GPU without WASM',
    'auto',
    'cpu',
    /it takes 120 ms .* that the CPU does in 130 ms\. WASM did not start: the network is down\.$/,
  ],
  [SLOW, 'software without WASM', 'auto', 'cpu', /it takes 120 ms .* the CPU does in 130 ms\./],
  [
    MANY_CORES,
    'software without WASM',
    'auto',
    'webgl',
    /^WebGL runs in software here, but is faster than the CPU\. WASM did not start: /,
  ],
];

it.each(SPEED_CASES)('where %o, %s, asked for %s: %s', async (speedsMs, ...expected) => {
  await expectChoice(expected, { speedsMs });
});

it.each(TIMED_CASES)('timed: %s, asked for %s: %s', async (...expected) => {
  await expectChoice(expected);
});

it.each(SWARM_CASES)('a swarm of %o, %s, asked for %s: %s', async (swarm, ...expected) => {
  await expectChoice(expected, { swarm, speedsMs: GPU });
});

it.each(CASES)('%s, asked for %s: %s', async (...expected) => {
  await expectChoice(expected, { speedsMs: GPU });
});

async function expectChoice(
  [device, choice, name, reason]: Expected,
  more: Pick<ChoiceRequest, 'swarm' | 'speedsMs'> = {},
): Promise<void> {
  const report = await worker.call({ device, choice, ...more } satisfies ChoiceRequest);
  expect(report).toMatchObject({ name, computesWith: name, read: [1, 2, 3, 4] });
  expect(report).toMatchObject({ hardware: name === 'webgl' && device.startsWith('a GPU') });
  expect((report as { reason: string }).reason).toMatch(reason);
}
