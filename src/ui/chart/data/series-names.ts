/** Several lines of a chart by their names, each arm and each kind named once. */
import type { Series } from './series-types.ts';

export type NamedLine = Pick<Series, 'arm' | 'kind' | 'isReference'>;

/** "validation and training of A and B, validation of reference A" */
export function lineNames(lines: readonly NamedLine[]): string {
  const kindsByOwner = new Map<string, string[]>();
  for (const { arm, kind, isReference } of lines)
    addTo(kindsByOwner, isReference ? `reference ${arm.armId}` : arm.armId, kind.name);
  const ownersByKinds = new Map<string, string[]>();
  for (const [owner, kinds] of kindsByOwner) addTo(ownersByKinds, WORDS.format(kinds), owner);
  return [...ownersByKinds]
    .map(([kinds, owners]) => `${kinds} of ${WORDS.format(owners)}`)
    .join(', ');
}

const WORDS = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function addTo(groups: Map<string, string[]>, key: string, member: string) {
  const group = groups.get(key);
  if (group) group.push(member);
  else groups.set(key, [member]);
}
