/** Runs the properties on the backend it is asked for; answers with a sentence for each that failed. */
import type { BackendName } from '../../src/protocol/messages.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import { ALL_PROPERTIES } from './all-properties.ts';

declare const self: DedicatedWorkerGlobalScope;

async function check(wanted: BackendName): Promise<Record<string, string | null>> {
  const { compute, report } = await chooseBackend(wanted);
  if (report.name !== wanted) return { backend: report.reason };
  const results: Record<string, string | null> = {};
  for (const [name, holds] of Object.entries(ALL_PROPERTIES))
    results[name] = await holds(compute).then(
      () => null,
      (error: unknown) => String(error),
    );
  return results;
}

self.onmessage = ({ data }: MessageEvent<BackendName>) => {
  void check(data).then((results) => {
    self.postMessage(results);
  });
};
