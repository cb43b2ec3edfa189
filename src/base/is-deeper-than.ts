/** Whether lists and objects lie within each other more often than that; of any depth, without recursion. */
export function isDeeperThan(most: number, value: unknown): boolean {
  const waiting: [value: object, depth: number][] = [];
  const look = (one: unknown, depth: number) => {
    if (typeof one === 'object' && one !== null) waiting.push([one, depth]);
  };
  look(value, 1);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [one, depth] = next;
    if (depth > most) return true;
    for (const member of Object.values(one)) look(member, depth + 1);
  }
  return false;
}
