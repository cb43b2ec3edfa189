import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safetensors } from './safetensors.ts';

/** An independent reader, by the description of the format. */
function readSafetensors(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const text = new TextDecoder('utf-8', { fatal: true }).decode(file.subarray(8, 8 + length));
  const { __metadata__: metadata, ...entries } = JSON.parse(text) as Record<string, never>;
  const arrays = Object.entries<{ dtype: string; shape: number[]; data_offsets: number[] }>(
    entries,
  ).map(
    ([
      name,
      {
        dtype,
        shape,
        data_offsets: [from = NaN, to = NaN],
      },
    ]) => {
      expect(dtype).toBe('F32');
      const values = Array.from({ length: (to - from) / 4 }, (_, i) =>
        view.getFloat32(8 + length + from + 4 * i, true),
      );
      return { name, shape, values, from, to };
    },
  );
  return { length, metadata, arrays };
}

it('is read back whole by an independent reader', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({
          name: fc.string({ minLength: 1 }).filter((name) => !/^__(proto|metadata)__$/.test(name)),
          values: fc.float32Array({ maxLength: 30 }),
        }),
        { selector: ({ name }) => name },
      ),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string()),
      (given, metadata) => {
        const file = safetensors(
          given.map(({ name, values }) => ({ name, values, shape: [values.length] })),
          metadata,
        );
        const read = readSafetensors(file);
        expect(read.length % 8).toBe(0);
        expect({ ...(read.metadata as unknown as object) }).toEqual({ ...metadata });
        expect(new Map(read.arrays.map(({ name, values }) => [name, values]))).toEqual(
          new Map(given.map(({ name, values }) => [name, [...values]])),
        );
        // No hole, nothing twice, nothing after the last number.
        const inOrder = read.arrays.toSorted((a, b) => a.from - b.from || a.to - b.to);
        expect(inOrder.reduce((end, { from, to }) => (from === end ? to : NaN), 0)).toBe(
          file.length - 8 - read.length,
        );
      },
    ),
  );
});

it('refuses an array that does not fit its shape, or comes twice', () => {
  const values = new Float32Array(4);
  expect(() => safetensors([{ name: 'a', shape: [2, 3], values }], {})).toThrow('a does not fit');
  const twice = [0, 1].map(() => ({ name: 'a', shape: [4], values }));
  expect(() => safetensors(twice, {})).toThrow('comes twice');
});
