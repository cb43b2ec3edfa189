/** Rows of a data set on their way into shards. */

export interface Pool {
  readonly rows: number;
  /** [row, feature]: bytes of images, or numbers of tables. */
  readonly features: Uint8Array | Float32Array;
  /** [row]: class, or value in regression. */
  readonly targets: Uint8Array | Float32Array;
}

/** Of a pool of bytes. */
export function pickRows({ rows, features, targets }: Pool, order: Int32Array): Pool {
  const width = features.length / rows;
  const picked = new Uint8Array(order.length * width);
  order.forEach((from, to) =>
    picked.set(features.subarray(from * width, (from + 1) * width), to * width),
  );
  return {
    rows: order.length,
    features: picked,
    targets: Uint8Array.from(order, (row) => targets[row] ?? 255),
  };
}

/** From lines of numbers, the target in the last column. */
export function poolOfTable(table: readonly (readonly number[])[]): Pool {
  const features = Float32Array.from(table.flatMap((line) => line.slice(0, -1)));
  const targets = Float32Array.from(table, (line) => line.at(-1) ?? NaN);
  for (const value of [...features, ...targets])
    if (!Number.isFinite(value)) throw new Error('The table holds something that is no number.');
  return { rows: table.length, features, targets };
}
