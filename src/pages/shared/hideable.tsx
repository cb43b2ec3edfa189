/** A control that a link may hide by its own name. */
import type { ReactNode } from 'react';
import type { SingleControlId } from '../../links/hidden-controls.ts';
import { useIsHidden } from './use-hidden-list.ts';

interface HideableProps {
  /** app/share/single-controls.ts lists them. */
  readonly control: SingleControlId;
  readonly children: ReactNode;
}

export function Hideable({ control, children }: HideableProps) {
  return useIsHidden(control) ? null : children;
}
