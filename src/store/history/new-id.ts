/** A name that nothing else has: 32 hexadecimal digits. */
export function newId(): string {
  // `crypto.randomUUID` is not there on pages served over plain http from another machine.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
