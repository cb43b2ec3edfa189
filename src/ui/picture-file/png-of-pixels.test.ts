import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pngOfPixels } from './png-of-pixels.ts';

it('has every pixel as it was given, in chunks with their sums', async () => {
  const [width, height] = [3, 2];
  const pixels = Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (37 * i) % 256);
  const bytes = Buffer.from(await pngOfPixels(pixels, width, height));
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(bytes.subarray(16, 26)).toEqual(Buffer.of(0, 0, 0, 3, 0, 0, 0, 2, 8, 6));
  const start = bytes.indexOf('IDAT') + 4;
  const rows = inflateSync(bytes.subarray(start, start + bytes.readUInt32BE(start - 8)));
  expect(rows).toEqual(Buffer.from([0, ...pixels.subarray(0, 12), 0, ...pixels.subarray(12, 24)]));
  // The last chunk is the same in every PNG.
  expect(bytes.subarray(-12)).toEqual(Buffer.from('0000000049454e44ae426082', 'hex'));
});
