/** The recorded run of a lesson, from the site's own files, read as any run that comes from outside. */
import { readRunRecord } from '../../../client/read-run-record.ts';
import type { RunRecord } from '../../../client/run-record.ts';

/** `file`: in public/lessons. Fails with a sentence that says what went wrong. */
export async function loadRecord(file: string, signal: AbortSignal): Promise<RunRecord> {
  const read = readRunRecord(await fetchJson(file, signal));
  if (read.problem) throw new Error(`The recorded run cannot be read: ${read.problem.message}`);
  return read.record;
}

async function fetchJson(file: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(new URL(`lessons/${file}`, document.baseURI), { signal });
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as unknown;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error('The recorded run did not arrive: there may be no connection to the site.', {
      cause: error,
    });
  }
}
