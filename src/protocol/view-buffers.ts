/** The array buffers of a view: what is transferred, and what counts as its size. */

/** Each buffer once, however deep it lies in objects and lists. */
export function viewBuffers(view: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(view, found);
  return [...found];
}

export function viewBytes(view: unknown): number {
  return viewBuffers(view).reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (!ArrayBuffer.isView(value)) for (const part of Object.values(value)) collect(part, found);
  else if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
}
