/** Single-precision numbers as text that JSON can hold, every bit of them: base64 of their bytes, little-endian. */
import { base64Of } from './base64.ts';

export function floatText(values: Float32Array): string {
  const bytes = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, index) => bytes.setFloat32(4 * index, value, true));
  return base64Of(new Uint8Array(bytes.buffer));
}

/** Undefined where the text is none of them. */
export function floatsIn(text: unknown): Float32Array | undefined {
  if (typeof text !== 'string') return undefined;
  let letters: string;
  try {
    letters = atob(text);
  } catch {
    return undefined;
  }
  if (letters.length % 4 !== 0) return undefined;
  const bytes = new DataView(new ArrayBuffer(letters.length));
  for (let i = 0; i < letters.length; i++) bytes.setUint8(i, letters.charCodeAt(i));
  return Float32Array.from({ length: letters.length / 4 }, (_, i) => bytes.getFloat32(4 * i, true));
}
