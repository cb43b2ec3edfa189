/** What JSX becomes, in the built page. Vite and TypeScript find it as "#jsx" (package.json). */
import type { ElementType, Key } from 'react';
import { jsx as createElement, jsxs as createElements } from 'react/jsx-runtime';
import { translatable } from './translatable.ts';
import type { Props } from './translatable.ts';

export { Fragment } from 'react';
export type { JSX } from 'react';

export const jsx = (type: ElementType, props: Props, key?: Key) =>
  createElement(type, translatable(type, props), key);

export const jsxs = (type: ElementType, props: Props, key?: Key) =>
  createElements(type, translatable(type, props), key);
