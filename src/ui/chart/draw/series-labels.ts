/**
 * Keeps labels at the ends of lines apart: each stays as near to its line as it can, in the order of
 * the lines, inside the plot. (Pool adjacent violators, by least squares.)
 */

interface Block {
  /** Sum over its labels of wanted position − offset in the block. */
  sum: number;
  count: number;
  start: number;
}

/** Positions for `wanted` ones, at least `gap` apart (less where they cannot all fit). */
export function placeLabels(
  wanted: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = wanted
    .map((_, i) => i)
    .sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const room = Math.max(0, bottom - top);
  const step = wanted.length > 1 ? Math.min(gap, room / (wanted.length - 1)) : gap;
  const startOf = (sum: number, count: number) =>
    Math.max(top, Math.min(sum / count, bottom - (count - 1) * step));

  const blocks: Block[] = [];
  for (const index of order) {
    const position = wanted[index] ?? 0;
    let block: Block = { sum: position, count: 1, start: startOf(position, 1) };
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      if (above.start + above.count * step <= block.start) break;
      blocks.pop();
      const count = above.count + block.count;
      const sum = above.sum + block.sum - block.count * above.count * step;
      block = { sum, count, start: startOf(sum, count) };
    }
    blocks.push(block);
  }

  const placed = new Array<number>(wanted.length).fill(0);
  let next = 0;
  for (const block of blocks) {
    for (let i = 0; i < block.count; i++) placed[order[next++] ?? 0] = block.start + i * step;
  }
  return placed;
}
