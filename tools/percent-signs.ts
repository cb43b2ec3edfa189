/** In texts of lessons: between a figure and its per cent sign stands the space that figures on the page have. */
import { PERCENT_SIGN } from '../src/base/text/percent-sign.ts';

interface MarkdownNode {
  readonly type: string;
  value?: string;
  readonly children?: readonly MarkdownNode[];
}

/** A plugin of remark. */
export function percentSigns() {
  return (tree: MarkdownNode): void => setSigns(tree);
}

function setSigns(node: MarkdownNode): void {
  if (node.type === 'text') node.value = node.value?.replaceAll(' %', PERCENT_SIGN) ?? '';
  for (const child of node.children ?? []) setSigns(child);
}
