/** A site that serves the real files, and a browser's Cache, both of which can be made to fail. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LoadContext } from '../dataset.ts';
import type { ShardCache, ShardEnvironment } from './shard-bytes.ts';

const publicFolder = resolve(import.meta.dirname, '../../../public');
export const baseUrl = 'http://site.test/play/';

export type Answer = (
  bytes: Buffer<ArrayBuffer>,
  init: RequestInit,
) => Response | Promise<Response>;

export interface FakeSite {
  requests: string[];
  answer: Answer;
  environment: ShardEnvironment;
}

/** A site that serves public/ as it is, unless `answer` says otherwise. */
export function fakeSite(options: Partial<ShardEnvironment> = {}): FakeSite {
  const requests: string[] = [];
  const site: FakeSite = {
    requests,
    answer: (bytes) => new Response(bytes),
    environment: {
      fetch: async (url: string, init: RequestInit) => {
        requests.push(url.replace(baseUrl, '') + (init.cache === 'reload' ? ' (reload)' : ''));
        init.signal?.throwIfAborted();
        const file = readFileSync(resolve(publicFolder, url.replace(baseUrl, '')));
        return site.answer(Buffer.from(file), init);
      },
      openCache: () => Promise.reject(new DOMException('denied', 'SecurityError')),
      memory: new Map(),
      memoryLimitBytes: 1e9,
      stallMs: 10_000,
      ...options,
    },
  };
  return site;
}

/** Just as much of the Cache API as the loader uses. */
export function fakeCaches() {
  const entries = new Map<string, Uint8Array<ArrayBuffer>>();
  const cache: ShardCache = {
    match: (key: string) => {
      const bytes = entries.get(key);
      return Promise.resolve(bytes && new Response(bytes));
    },
    keys: () => Promise.resolve([...entries.keys()].map((url) => ({ url }))),
    put: async (key: string, response: Response) => {
      entries.set(key, new Uint8Array(await response.arrayBuffer()));
    },
    delete: (key: string, options?: CacheQueryOptions) => {
      for (const known of entries.keys())
        if (known === key || (options?.ignoreSearch === true && known.startsWith(`${key}?`)))
          entries.delete(known);
      return Promise.resolve(true);
    },
  };
  return { entries, openCache: () => Promise.resolve(cache) };
}

export function contextOf(changes: Partial<LoadContext> = {}): LoadContext {
  const signal = new AbortController().signal;
  return { baseUrl, signal, onProgress: () => undefined, ...changes };
}
