/**
 * `npm run build:recorded-run`: trains the MNIST notebook on WASM in a real Chromium, and writes the run that the
 * lesson on it shows (public/lessons). The seed is the lesson's first, so that a live run has the same figures.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { APP_VERSION } from '../src/base/app-version.ts';
import { RunHistory } from '../src/client/run-history.ts';
import { recordOf } from '../src/client/run-record.ts';
import { FIRST_SEED } from '../src/lessons/lesson/first-seed.ts';
import { mnistNotebook } from '../src/presets/mnist-notebook.ts';
import type { ToldRun } from '../tests/effects/notebook.worker.ts';
import { openWorkerPage } from './worker-page.ts';

const FOLDER = new URL('../public/lessons/', import.meta.url);

const { experiment: preset } = mnistNotebook;
const experiment = { ...preset, training: { ...preset.training, seed: FIRST_SEED } };
const page = await openWorkerPage('tests/effects/notebook.worker.ts', { built: true });
try {
  const { run, frames } = (await page.call(experiment)) as ToldRun;
  const history = new RunHistory(run);
  for (const frame of frames) history.append(frame);
  const record = recordOf(
    { history, experiment, changes: [] },
    {
      ...{ at: new Date().toISOString(), app: APP_VERSION },
      backend: { name: 'wasm', renderer: null },
    },
  );
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL('mnist-notebook.json', FOLDER), `${JSON.stringify(record)}\n`);
} finally {
  await page.close();
}
