/** Owners whose lines coincide, so that only the last drawn is seen. */
import type { Series } from './series-types.ts';

/** "the curves of A and B coincide", "… of A and D, and of B and C coincide"; once they have trained, since from one start all are equal at epoch 0. */
export function equalOwnersTexts(series: readonly Series[]): readonly string[] {
  const groups = groupsOf(series).filter((group) => group.length > 1);
  if (groups.length === 0) return [];
  return [`the curves of ${groups.map((group) => WORDS.format(group)).join(', and of ')} coincide`];
}

const WORDS = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Labels of owners, together where all their lines are equal. */
function groupsOf(series: readonly Series[]): readonly (readonly string[])[] {
  const own = series.filter(
    ({ isReference, owner, last }) => !isReference && owner.isMinor !== true && last > 0,
  );
  const ids = [...new Set(own.map(({ owner }) => owner.label))];
  const linesOf = (id: string) => own.filter(({ owner }) => owner.label === id);
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
