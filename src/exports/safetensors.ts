/**
 * Arrays of 32-bit floats as a safetensors file: 8 bytes with the length of the header (little-endian), the header in
 * JSON, padded with spaces so that the numbers begin at a multiple of 8, then the numbers, one array after another.
 * Source: github.com/huggingface/safetensors, "Format".
 */
export interface NamedArray {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** `metadata`: texts alone, as the format wants it. Throws where an array has not as many numbers as its shape. */
export function safetensors(
  arrays: readonly NamedArray[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const { name, shape, values } of arrays) {
    const size = shape.reduce((product, one) => product * one, 1);
    if (size !== values.length || Object.hasOwn(header, name))
      throw new RangeError(`The array ${name} does not fit its shape, or comes twice.`);
    header[name] = { dtype: 'F32', shape, data_offsets: [end, end + 4 * size] };
    end += 4 * size;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = 8 * Math.ceil(text.length / 8);
  const bytes = new Uint8Array(8 + length + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(length), true);
  bytes.fill(' '.charCodeAt(0), 8, 8 + length);
  bytes.set(text, 8);
  let at = 8 + length;
  for (const { values } of arrays)
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  return bytes;
}
