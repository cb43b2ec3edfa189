/**
 * Runs a module worker of this repository in a real Chromium: for what needs the page's own backends
 * (WebGL above all) but not the page. Vite's development server translates,
 * or the worker is bundled as for production.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build, createServer, preview } from 'vite';
import type { InlineConfig, Plugin } from 'vite';
import { launchOptions } from './find-browser.ts';

export interface WorkerPage {
  /** Posts a message to the worker and resolves with its answer; rejects when the worker fails. */
  call: (message: unknown) => Promise<unknown>;
  /** Ends the worker and starts another one. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
}

/** An empty page, at an address that no file of the repository has. */
const blankPage: Plugin = {
  name: 'blank-page',
  configureServer: ({ middlewares }) => {
    middlewares.use('/blank-page', sendBlankPage);
  },
  configurePreviewServer: ({ middlewares }) => {
    middlewares.use('/blank-page', sendBlankPage);
  },
};

function sendBlankPage(_request: unknown, response: ServerResponse): void {
  response.setHeader('Content-Type', 'text/html');
  response.end('<!doctype html><title>Worker</title><link rel="icon" href="data:,">');
}

export interface WorkerPageOptions {
  readonly webgl?: boolean;
  /** Bundle the worker for production first, as benchmarks want it. */
  readonly built?: boolean;
}

/** Opens a page that talks to the worker at `entry`, a path from the repository's root. */
export async function openWorkerPage(
  entry: string,
  { webgl = true, built = false }: WorkerPageOptions = {},
): Promise<WorkerPage> {
  const site = await (built ? serveBuilt(entry) : serveSources(entry));
  const browser = await chromium.launch(launchOptions({ webgl }));
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(message.text());
  });
  await page.goto(`${site.address}blank-page`);
  await page.evaluate(startWorker, site.workerPath);
  return {
    call: (message) => page.evaluate(callWorker, message),
    restart: () => page.evaluate(startWorker, site.workerPath),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

interface WorkerSite {
  readonly address: string;
  readonly workerPath: string;
  readonly close: () => Promise<void>;
}

const local = { port: 0, host: '127.0.0.1' };

async function serveSources(entry: string): Promise<WorkerSite> {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    plugins: [blankPage],
    server: local,
    optimizeDeps: { entries: [entry] },
  });
  await server.listen();
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    workerPath: `/${entry}?worker_file&type=module`,
    close: () => server.close(),
  };
}

async function serveBuilt(entry: string): Promise<WorkerSite> {
  const outDir = mkdtempSync(join(tmpdir(), 'worker-'));
  const settings: InlineConfig = {
    ...{ configFile: false, logLevel: 'error', plugins: [blankPage] },
    worker: { format: 'es' }, // of the workers that it starts itself
  };
  const output = { entryFileNames: 'worker.js' };
  await build({
    ...settings,
    build: { outDir, target: 'es2022', rolldownOptions: { input: entry, output } },
  });
  const server = await preview({ ...settings, build: { outDir }, preview: local });
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    workerPath: '/worker.js',
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}

interface PageGlobal {
  worker: Worker;
  broken: Promise<never>;
}

function startWorker(url: string): void {
  const here = globalThis as unknown as Partial<PageGlobal>;
  here.worker?.terminate();
  const worker = new Worker(url, { type: 'module' });
  here.worker = worker;
  here.broken = new Promise((_, reject) => {
    worker.onerror = ({ message }) => {
      reject(new Error(`The worker failed: ${message}`));
    };
  });
}

function callWorker(message: unknown): Promise<unknown> {
  const { worker, broken } = globalThis as unknown as PageGlobal;
  const answer = new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      resolve(data);
    };
  });
  worker.postMessage(message);
  return Promise.race([answer, broken]);
}
