/**
 * Before the browser tests: builds the site once, as `npm run build` would, and serves it with its
 * own headers on a free port. SITE_URL in the environment skips both and tests that site instead.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../tools/find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the site under test, with a slash at its end. */
    siteUrl: string;
  }
}

export default async function serveSite(project: TestProject) {
  findBrowser(); // An installation takes minutes: here, where no test is waiting for it.
  const given = process.env['SITE_URL'];
  if (given !== undefined) {
    project.provide('siteUrl', given);
    return;
  }
  // A folder of our own: somebody may be building or previewing dist/ meanwhile.
  const outDir = mkdtempSync(join(tmpdir(), 'regularization-playground-'));
  buildSite(outDir);
  const server = await preview({
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'warn',
  });
  project.provide('siteUrl', server.resolvedUrls?.local[0] ?? '');
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
}

/** In a process of its own: Vitest sets NODE_ENV, and React would be built for development. */
function buildSite(outDir: string) {
  const require = createRequire(import.meta.url);
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
  if (status !== 0) throw new Error('The site does not build; see above.');
}
