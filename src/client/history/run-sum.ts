/** The check sum of what was trained and what came out: runs that came out the same have the same one. */
import { sha256 } from '../../datasets/stored/sha256.ts';
import type { RunRecord } from '../run-record.ts';

/** Neither when, where and by which version it was made, nor how long it took. */
export function runSum({ experiment, changes, figures, lanes }: RunRecord): string {
  const timed = figures.indexOf('trainingMs');
  return sumOf([
    experiment,
    changes.map(({ madeAt: _, ...change }) => change),
    lanes.map(({ rows, ...lane }) => [
      lane,
      rows.map((row) => row.filter((__, column) => column !== timed)),
    ]),
  ]);
}

/** Of anything that JSON holds. */
export function sumOf(value: unknown): string {
  return sha256(new TextEncoder().encode(JSON.stringify(value)));
}
