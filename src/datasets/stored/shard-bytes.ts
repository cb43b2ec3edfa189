/**
 * The verified bytes of one shard: from memory, else from the browser's Cache, else from the site.
 * Whatever the place, bytes are only given out if their hash is right. Does not unpack them.
 */
import { withCommas } from '../../base/text/with-commas.ts';
import { DataError } from '../dataset.ts';
import type { Shard } from '../dataset.ts';
import { sha256 } from './sha256.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What the loader needs of its surroundings; tests give their own. */
export interface ShardEnvironment {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Fails on insecure pages and in sandboxed frames; the browser's HTTP cache then has to do. */
  readonly openCache: (name: string) => Promise<ShardCache>;
  /** Shards loaded before, by hash, least recently used first; kept compressed. */
  readonly memory: Map<string, Bytes>;
  readonly memoryLimitBytes: number;
  /** A transfer that brings nothing for so long has failed. */
  readonly stallMs: number;
}

/** As much of the browser's Cache as is used. */
export interface ShardCache {
  readonly match: (key: string) => Promise<Response | undefined>;
  readonly put: (key: string, response: Response) => Promise<void>;
  readonly delete: (key: string, options?: CacheQueryOptions) => Promise<boolean>;
  readonly keys: () => Promise<readonly Pick<Request, 'url'>[]>;
}

export interface ShardRequest {
  readonly shard: Shard;
  /** The file's address. */
  readonly url: string;
  /** The file's name for messages. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** Bytes of this shard that are here; falls back to 0 when a damaged transfer is repeated. */
  readonly onBytes: (received: number) => void;
}

const CACHE_NAME = 'regularization-playground-data';

/** Throws a `DataError`, or the signal's reason when aborted. */
export async function loadShardBytes(
  request: ShardRequest,
  environment: ShardEnvironment,
): Promise<Bytes> {
  const { memory } = environment;
  const { sha256: hash } = request.shard;
  const bytes =
    memory.get(hash) ??
    (await bytesFromCache(request, environment)) ??
    (await bytesFromSite(request, environment));
  request.signal.throwIfAborted();
  request.onBytes(bytes.length);
  memory.delete(hash); // to its end
  memory.set(hash, bytes);
  forgetOldest(memory, environment.memoryLimitBytes);
  return bytes;
}

function forgetOldest(memory: Map<string, Bytes>, limitBytes: number) {
  let total = 0;
  for (const bytes of memory.values()) total += bytes.length;
  for (const [hash, bytes] of memory) {
    if (total <= limitBytes) return;
    memory.delete(hash);
    total -= bytes.length;
  }
}

/** The hash is part of the key: a new version of the site never meets old bytes. */
const cacheKey = ({ url, shard }: Pick<ShardRequest, 'url' | 'shard'>) =>
  `${url}?sha256=${shard.sha256}`;

/** Storage may be denied, full or spoilt: none of it is an error, the site still has the file. */
async function bytesFromCache(
  request: ShardRequest,
  { openCache }: ShardEnvironment,
): Promise<Bytes | undefined> {
  try {
    const cache = await openCache(CACHE_NAME);
    const response = await cache.match(cacheKey(request));
    if (!response) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (sha256(bytes) === request.shard.sha256) return bytes;
    await cache.delete(cacheKey(request));
  } catch {
    // As if nothing were stored.
  }
  return undefined;
}

async function keepInCache(request: ShardRequest, bytes: Bytes, { openCache }: ShardEnvironment) {
  const cache = await openCache(CACHE_NAME);
  await cache.delete(request.url, { ignoreSearch: true }); // older versions
  await cache.put(cacheKey(request), new Response(bytes));
}

/** Which of the shards are in the browser's Cache; none where it has none. */
export async function findKept<Wanted extends Pick<ShardRequest, 'url' | 'shard'>>(
  wanted: readonly Wanted[],
  { openCache }: Pick<ShardEnvironment, 'openCache'>,
): Promise<Wanted[]> {
  try {
    const cache = await openCache(CACHE_NAME);
    const kept = new Set((await cache.keys()).map(({ url }) => url));
    return wanted.filter((one) => kept.has(cacheKey(one)));
  } catch {
    return [];
  }
}

/**
 * Brings a shard into the browser's Cache. Throws a `DataError`, the signal's reason when aborted, or what the
 * browser has against it.
 */
export async function keepShard(request: ShardRequest, environment: ShardEnvironment) {
  const bytes =
    (await bytesFromCache(request, environment)) ?? (await verifiedBytes(request, environment));
  request.signal.throwIfAborted();
  await keepInCache(request, bytes, environment);
  request.onBytes(bytes.length);
}

async function bytesFromSite(request: ShardRequest, environment: ShardEnvironment): Promise<Bytes> {
  const bytes = await verifiedBytes(request, environment);
  // Training does not wait for it; what could not be kept is loaded again by the next visit.
  void keepInCache(request, bytes, environment).catch(() => undefined);
  return bytes;
}

/** A damaged copy may come from the HTTP cache; the second attempt goes past it. */
async function verifiedBytes(request: ShardRequest, environment: ShardEnvironment): Promise<Bytes> {
  let transfer = await download(request, environment, 'default');
  if (transfer.damage !== null) transfer = await download(request, environment, 'reload');
  if (transfer.damage !== null) throw new DataError(`${request.name} ${transfer.damage}.`);
  return transfer.bytes;
}

interface Transfer {
  readonly bytes: Bytes;
  /** What is wrong with the bytes, following the file's name; null when they are right. */
  readonly damage: string | null;
}

async function download(
  request: ShardRequest,
  environment: ShardEnvironment,
  cache: RequestCache,
): Promise<Transfer> {
  const { url, name, signal } = request;
  request.onBytes(0);
  const watch = watchForStall(signal, environment.stallMs);
  try {
    const response = await environment.fetch(url, { cache, signal: watch.signal });
    checkAnswer(response, name);
    return await readBody(response, request, watch.bytesCame);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof DataError) throw error;
    if (watch.signal.aborted)
      throw new DataError(
        `${name} stopped arriving: nothing came for ${environment.stallMs / 1000} seconds.`,
      );
    throw new DataError(`${name} did not arrive: there is no connection to the site.`);
  } finally {
    watch.end();
  }
}

function checkAnswer(response: Response, name: string) {
  if (response.status === 404) throw new DataError(`${name} was not found on the site (404).`);
  if (!response.ok)
    throw new DataError(`${name} did not arrive: the site answered ${response.status}.`);
  // Hosts of single-page applications answer so for files that do not exist.
  if (response.headers.get('Content-Type')?.startsWith('text/html') === true)
    throw new DataError(`${name} was not found on the site: it sent a web page instead.`);
}

async function readBody(
  response: Response,
  { shard, onBytes }: ShardRequest,
  bytesCame: () => void,
): Promise<Transfer> {
  const bytes = new Uint8Array(shard.bytes);
  const expected = `${withCommas(shard.bytes)} bytes`;
  const reader = response.body?.getReader();
  let received = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytesCame();
    if (received + value.length > bytes.length) {
      await reader.cancel();
      return { bytes, damage: `has the wrong size: more than ${expected} arrived` };
    }
    bytes.set(value, received);
    received += value.length;
    onBytes(received);
  }
  if (received < bytes.length) {
    const damage = `is cut short: ${withCommas(received)} of ${expected} arrived`;
    return { bytes, damage };
  }
  const intact = sha256(bytes) === shard.sha256;
  return { bytes, damage: intact ? null : 'is damaged: its content does not match its checksum' };
}

/** A signal that aborts with `signal`, or when `bytesCame` was not called for `stallMs`. */
function watchForStall(signal: AbortSignal, stallMs: number) {
  const stop = new AbortController();
  const forward = () => stop.abort(signal.reason);
  const stalled = () => stop.abort();
  signal.addEventListener('abort', forward);
  let timer = setTimeout(stalled, stallMs);
  return {
    signal: stop.signal,
    bytesCame: () => {
      clearTimeout(timer);
      timer = setTimeout(stalled, stallMs);
    },
    end: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', forward);
    },
  };
}
