/** The controls that the address hides. */
import { hiddenIn } from '../../links/hidden-controls.ts';
import type { ControlGroupId } from '../../links/hidden-controls.ts';
import { useHash } from '../../ui/use-hash.ts';

/** Their ids, with spaces between them; '': none. */
export function useHiddenList(): string {
  return useHash((hash) => hiddenIn(hash).join(' '));
}

export function useIsHidden(group: ControlGroupId): boolean {
  return useHash((hash) => String(hiddenIn(hash).includes(group))) === 'true';
}
