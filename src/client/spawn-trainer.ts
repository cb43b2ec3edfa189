/** Starts workers: the one place that names their files. */
import tableReaderUrl from '../trainer/table-reader.worker.ts?worker&url';
import trainerUrl from '../trainer/trainer.worker.ts?worker&url';

export const spawnTrainer = (): Worker => spawn(trainerUrl);

/** Small: it loads nothing that trains. */
export const spawnTableReader = (): Worker => spawn(tableReaderUrl);

function spawn(fileUrl: string): Worker {
  return isSandboxed()
    ? new Worker(importingScript(fileUrl))
    : new Worker(fileUrl, { type: 'module' });
}

/** A frame with a sandbox has no origin. No file is then of the same one, as that of a worker must be. */
const isSandboxed = () => globalThis.origin === 'null';

/**
 * A script that the page makes itself may start there, and may import what the site lets everybody read. It is no
 * module, which Chromium would not start; so what the page says before the import is done is kept for it.
 */
function importingScript(fileUrl: string): string {
  const { href } = new URL(fileUrl, import.meta.url);
  const script = `
    const early = [];
    const keep = ({ data }) => early.push(data);
    addEventListener('message', keep);
    import(${JSON.stringify(href)}).then(
      () => {
        removeEventListener('message', keep);
        for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
      },
      (error) => setTimeout(() => { throw error; }),
    );`;
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
