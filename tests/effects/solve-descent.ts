/** Double descent as its laboratory solves it, on the files of this checkout. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DescentPoint } from '../../src/closed-forms/double-descent.ts';
import type { DescentSettings } from '../../src/protocol/laboratory-messages.ts';
import { answerDescent } from '../../src/trainer/laboratory-job/answer-descent.ts';

const BASE_URL = 'http://localhost/';
const PUBLIC = resolve(import.meta.dirname, '../../public');

export async function solveDescent(settings: DescentSettings): Promise<readonly DescentPoint[]> {
  const { fetch } = globalThis;
  globalThis.fetch = async (asked) => {
    const url = asked instanceof Request ? asked.url : asked.toString();
    const path = url.replace(BASE_URL, '');
    return new Response(Uint8Array.from(await readFile(resolve(PUBLIC, path))));
  };
  try {
    return await gathered(
      answerDescent(settings, {
        ...{ baseUrl: BASE_URL, signal: new AbortController().signal },
        onProgress: () => undefined,
      }),
    );
  } finally {
    globalThis.fetch = fetch;
  }
}

export async function gathered<Part>(parts: AsyncIterable<Part>): Promise<readonly Part[]> {
  const all: Part[] = [];
  for await (const part of parts) all.push(part);
  return all;
}
