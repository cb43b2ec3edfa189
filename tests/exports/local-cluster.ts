/** A Dask cluster on this machine, for as long as something is done with it. */
import { spawn } from 'node:child_process';
import { resolve as resolvePath } from 'node:path';

export async function withLocalCluster<Result>(
  python: string,
  use: (address: string) => Promise<Result>,
): Promise<Result> {
  const cluster = spawn(python, [resolvePath('tests/exports/local_cluster.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => cluster.once('close', () => resolve()));
  try {
    const address = await new Promise<string>((resolve, reject) => {
      cluster.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
      cluster.once('error', reject);
      cluster.once('close', () => reject(new Error('The Dask cluster did not start.')));
    });
    return await use(address);
  } finally {
    cluster.stdin.end();
    await ended;
  }
}
