/** What JSX becomes in development and in tests. */
import type { ElementType, Key } from 'react';
import { jsxDEV as createElement } from 'react/jsx-dev-runtime';
import type { JSXSource } from 'react/jsx-dev-runtime';
import { translatable } from './translatable.ts';
import type { Props } from './translatable.ts';

export { Fragment } from 'react';
export type { JSX } from 'react';

export function jsxDEV(
  type: ElementType,
  props: Props,
  key: Key | undefined,
  isStatic: boolean,
  source?: JSXSource,
  self?: unknown,
) {
  const separated = translatable(type, props);
  const areSeveral = isStatic && Array.isArray(separated.children);
  return createElement(type, separated, key, areSeveral, source, self);
}
