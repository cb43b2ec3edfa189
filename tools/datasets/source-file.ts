/** Original files: read, unpacked, and known by their MD5. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What a data set was made from, as its manifest names it. */
export interface Input {
  /** Without its path, and without the ending of what it was packed by. */
  readonly file: string;
  readonly md5: string;
}

export interface SourceFile extends Input {
  readonly bytes: Buffer;
}

/** Reads a file, unpacks .gz and .rda (bzip2, by its program), and refuses what is not the known file. */
export function readSource(path: string, md5: string): SourceFile {
  const bytes = path.endsWith('.gz')
    ? gunzipSync(readFileSync(path))
    : path.endsWith('.rda')
      ? execFileSync('bzip2', ['-dc', path], { maxBuffer: 1e9 })
      : readFileSync(path);
  const found = createHash('md5').update(bytes).digest('hex');
  if (found !== md5) throw new Error(`${path} is not the known file: its md5 is ${found}`);
  return { bytes, file: basename(path, '.gz'), md5 };
}

/** Only what the manifest says of it. */
export function inputOf({ file, md5 }: SourceFile): Input {
  return { file, md5 };
}

/** Lines of numbers; the separator may be several blanks. */
export function parseTable({ bytes }: SourceFile, separator: string | RegExp): number[][] {
  const lines = bytes.toString().trim().split('\n');
  return lines.map((line) => line.trim().split(separator).map(Number));
}
