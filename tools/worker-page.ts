/**
 * Runs a module worker of this repository in a real Chromium: for what needs the page's own backends
 * (WebGL above all) but not the page. Vite's development server translates; nothing is built.
 */
import { chromium } from 'playwright';
import { createServer } from 'vite';
import type { Plugin } from 'vite';
import { launchOptions } from './find-browser.ts';

export interface WorkerPage {
  /** Posts a message to the worker and resolves with its answer; rejects when the worker fails. */
  call: (message: unknown) => Promise<unknown>;
  close: () => Promise<void>;
}

/** An empty page, at an address that no file of the repository has. */
const blankPage: Plugin = {
  name: 'blank-page',
  configureServer(server) {
    server.middlewares.use('/blank-page', (_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>Worker</title><link rel="icon" href="data:,">');
    });
  },
};

/** Opens a page that talks to the worker at `entry`, a path from the repository's root. */
export async function openWorkerPage(entry: string, { webgl = true } = {}): Promise<WorkerPage> {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    plugins: [blankPage],
    server: { port: 0, host: '127.0.0.1' },
    optimizeDeps: { entries: [entry] },
  });
  await server.listen();
  const browser = await chromium.launch(launchOptions({ webgl }));
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(message.text());
  });
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}blank-page`);
  await page.evaluate(startWorker, `/${entry}?worker_file&type=module`);
  return {
    call: (message) => page.evaluate(callWorker, message),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

interface PageGlobal {
  worker: Worker;
  broken: Promise<never>;
}

function startWorker(url: string): void {
  const here = globalThis as unknown as PageGlobal;
  here.worker = new Worker(url, { type: 'module' });
  here.broken = new Promise((_, reject) => {
    here.worker.onerror = ({ message }) => {
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
