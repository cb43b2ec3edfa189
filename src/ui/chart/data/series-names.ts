/** Several lines of a chart by their names, each owner and each kind named once. */
import type { Series } from './series-types.ts';

export type NamedLine = Pick<Series, 'owner' | 'kind' | 'isReference'>;

/** "validation and training of A and B, validation of reference A" */
export function lineNames(lines: readonly NamedLine[]): string {
  const kindsByOwner = new Map<string, string[]>();
  for (const { owner, kind, isReference } of lines)
    addTo(kindsByOwner, isReference ? `reference ${owner.label}` : owner.label, kind.name);
  const ownersByKinds = new Map<string, string[]>();
  for (const [owner, kinds] of kindsByOwner) addTo(ownersByKinds, WORDS.format(kinds), owner);
  return [...ownersByKinds].map(([kinds, owners]) => named(kinds, WORDS.format(owners))).join(', ');
}

/** One that needs no name has '', and so may a kind. */
function named(kinds: string, owners: string): string {
  return kinds === '' || owners === '' ? kinds + owners : `${kinds} of ${owners}`;
}

const WORDS = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function addTo(groups: Map<string, string[]>, key: string, member: string) {
  const group = groups.get(key);
  if (group) group.push(member);
  else groups.set(key, [member]);
}
