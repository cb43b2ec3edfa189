/** Builds the site as `npm run build` would, in a folder of its own, and serves it with its own headers. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { preview } from 'vite';

export interface BuiltSite {
  /** With a slash at its end. */
  readonly url: string;
  /** Where its files lie. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** On a free port. Somebody may be building or previewing dist/ meanwhile. */
export async function serveBuiltSite(): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'regularization-playground-'));
  buildSite(folder);
  const server = await preview({
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'warn',
  });
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    folder,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** In a process of its own: Vitest sets NODE_ENV, and React would be built for development. */
function buildSite(outDir: string) {
  const require = createRequire(import.meta.url);
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, args, {
    stdio: ['ignore', process.stderr, process.stderr],
    env,
  });
  if (status !== 0) throw new Error('The site does not build; see above.');
}
