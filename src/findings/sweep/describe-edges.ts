/** Rule 5: a best value at the end of its axis, beyond which a better one may lie. */
import type { Statement } from '../statement.ts';
import { givenLabel, isChosen } from './choice-groups.ts';
import type { ChoiceGroup } from './choice-groups.ts';
import type { ConclusionMaterial } from './conclusion-material.ts';
import { joinWords } from '../../experiment/arm-name.ts';

type End = 'first' | 'last';

export function describeEdges(
  material: ConclusionMaterial,
  groups: readonly ChoiceGroup[],
): Statement[] {
  if (!isChosen(material)) return [];
  return material.axes.flatMap(({ label, values, off, canWiden, isProblem }, axis): Statement[] => {
    // One value besides "off" is a switch: nothing says in which direction more would help.
    if (isProblem || values.length < (off === null ? 2 : 3)) return [];
    return (['first', 'last'] as const).flatMap((end): Statement[] => {
      const there = groups.filter((group) => canWiden[end] && isAt(group, axis, end));
      if (there.length === 0) return [];
      const given = there.flatMap((group) => (group.given === null ? [] : [group.given]));
      const where =
        given.length === 0 ? 'The' : `At ${givenLabel(material)} ${joinWords(given)} the`;
      const value = values[end === 'first' ? 0 : values.length - 1] ?? '?';
      const size = end === 'first' ? 'smallest' : 'largest';
      return [
        {
          lead: `${where} best value of ${label}, ${value}, is the ${size} tried:`,
          text: 'widen the axis to see whether there is a better one beyond. What is finished is kept.',
        },
      ];
    });
  });
}

/** A cell that is level with the best and lies further in says that the end is reached. */
function isAt({ choice: { best, ties, edges } }: ChoiceGroup, axis: number, end: End): boolean {
  return (
    edges.some((edge) => edge.axis === axis && edge.end === end) &&
    ties.every(({ place }) => place[axis] === best.place[axis])
  );
}
