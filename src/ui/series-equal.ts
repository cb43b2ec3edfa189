/** Arms whose lines lie on each other, so that only the last drawn is seen. */
import type { Series } from './series-types.ts';

/** "A and B lie on each other", "A and D, and B and C lie on each other"; once they have trained, since from one start all are equal at epoch 0. */
export function equalArmsTexts(series: readonly Series[]): readonly string[] {
  const groups = groupsOf(series).filter((group) => group.length > 1);
  if (groups.length === 0) return [];
  return [`${groups.map((group) => WORDS.format(group)).join(', and ')} lie on each other`];
}

const WORDS = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Letters of arms, together where all their lines are equal. */
function groupsOf(series: readonly Series[]): readonly (readonly string[])[] {
  const own = series.filter(({ isReference, last }) => !isReference && last > 0);
  const ids = [...new Set(own.map(({ arm }) => arm.armId))];
  const linesOf = (id: string) => own.filter(({ arm }) => arm.armId === id);
  return ids.reduce<string[][]>((groups, id) => {
    const group = groups.find(([first = '']) => areEqual(linesOf(first), linesOf(id)));
    if (!group) return [...groups, [id]];
    group.push(id);
    return groups;
  }, []);
}

function areEqual(lines: readonly Series[], others: readonly Series[]): boolean {
  return (
    lines.length === others.length &&
    lines.every((line, index) => {
      const other = others[index];
      return other !== undefined && line.kind === other.kind && sameValues(line, other);
    })
  );
}

function sameValues({ values }: Series, other: Series): boolean {
  return (
    values.length === other.values.length &&
    values.every((value, epoch) => Object.is(value, other.values[epoch]))
  );
}
