import { expect, it } from 'vitest';
import { withoutBlankLines } from './blank-lines.ts';

const text = (value: string) => ({ type: 'text', value });

it('removes what stands between blocks, and nothing between words', () => {
  const paragraph = {
    ...{ type: 'element', tagName: 'p' },
    children: [{ type: 'element', tagName: 'b', children: [text('a')] }, text('\n'), text('b')],
  };
  const list = {
    ...{ type: 'element', tagName: 'ul' },
    children: [text('\n'), { type: 'element', tagName: 'li', children: [text('c')] }, text('\n')],
  };
  const part = { type: 'mdxJsxFlowElement', children: [text('\n'), paragraph, text('\n'), list] };
  const tree = { type: 'root', children: [part, text('\n')] };
  withoutBlankLines()(tree);
  expect(tree.children).toEqual([part]);
  expect(part.children).toEqual([paragraph, list]);
  expect(paragraph.children).toHaveLength(3);
  expect(list.children).toHaveLength(1);
});
