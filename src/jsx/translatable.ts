/**
 * Why JSX of this project has a runtime of its own: the page goes on living while a browser translates it.
 *
 * To translate, a browser puts each text node into elements of its own. Where React made a text node beside other
 * nodes it then fails: it removes the text, or puts something before it, and it is not where it was; or it rewrites
 * a text that nobody sees any more. A text that is all its element holds is safe, for then React sets the content
 * of the element, whatever that is by now. So texts that follow each other ("{done} of {all}") are one here, and a
 * text beside something else gets an element of its own.
 *
 * A number, a formula's sign or the letter of an arm is no word: it is marked as what no language has another for.
 * So are code, and what is drawn: that has room for its own words alone, and no place for elements of a page.
 */
import { Fragment } from 'react';
import type { ElementType, ReactNode } from 'react';
import { jsx } from 'react/jsx-runtime';

export interface Props {
  readonly children?: ReactNode;
  readonly translate?: 'no';
}

/** The properties with which an element can be translated. */
export function translatable(type: ElementType, props: Props): Props {
  // A component hands its children on to elements, which are treated then.
  if (typeof type !== 'string' && type !== Fragment) return props;
  const children = separateTexts(props.children, type);
  if (STAYS.has(type) || (isText(children) && isNoWord(children)))
    return { translate: 'no', ...props, children };
  return children === props.children ? props : { ...props, children };
}

const STAYS: ReadonlySet<ElementType> = new Set(['code', 'pre', 'text'] as const);

/** Gives every text that stands beside something else an element of its own. */
function separateTexts(children: ReactNode, parent: ElementType): ReactNode {
  if (!Array.isArray(children))
    // A fragment is no element: what holds its text may hold more.
    return isText(children) && parent === Fragment ? textElement('span', children) : children;
  const nodes = (children as readonly ReactNode[]).map((child) =>
    Array.isArray(child) ? separateTexts(child, Fragment) : child,
  );
  const parts = joinTexts(nodes);
  const shown = parts.filter((part) => !isNothing(part));
  if (shown.length === 1 && isText(shown[0]) && parent !== Fragment) return shown[0];
  const tag = parent === 'text' ? 'tspan' : 'span';
  // Its key is its index, as it is for all others.
  return parts.map((part, place) =>
    isText(part) ? textElement(tag, part, `text ${place}`) : part,
  );
}

const textElement = (tag: 'span' | 'tspan', children: string | number, key?: string) =>
  jsx(tag, translatable(tag, { children }), key);

/** Texts that follow each other become one, at the place of the first. All else stays where it is. */
function joinTexts(children: readonly ReactNode[]): ReactNode[] {
  const joined: ReactNode[] = [];
  let first = -1;
  for (const child of children) {
    const text = joined[first];
    if (isText(child) && isText(text)) {
      joined[first] = `${text}${child}`;
      joined.push(null);
      continue;
    }
    if (!isNothing(child)) first = isText(child) ? joined.length : -1;
    joined.push(child);
  }
  return joined;
}

const isText = (child: ReactNode): child is string | number =>
  (typeof child === 'string' && child !== '') || typeof child === 'number';

/** Children for which React shows nothing. */
const isNothing = (child: ReactNode) =>
  child === null || child === undefined || child === '' || typeof child === 'boolean';

const isNoWord = (text: string | number) => !/\p{L}{2}/u.test(String(text));
