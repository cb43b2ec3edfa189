/**
 * In texts of lessons: between paragraphs stands nothing. MDX leaves the line breaks of the file there, each of which
 * would be an element of its own (src/jsx/translatable.ts), and would take room in a grid.
 */
interface HtmlNode {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  children?: HtmlNode[];
}

/** Whose children are blocks; between words a line break is a space. */
const HOLDERS: ReadonlySet<string> = new Set(['root', 'mdxJsxFlowElement', 'ul', 'ol', 'table']);

/** A plugin of rehype. */
export function withoutBlankLines() {
  return (tree: HtmlNode): void => removeBlanks(tree);
}

function removeBlanks(node: HtmlNode): void {
  if (HOLDERS.has(node.tagName ?? node.type))
    node.children = (node.children ?? []).filter((child) => !isBlank(child));
  for (const child of node.children ?? []) removeBlanks(child);
}

const isBlank = ({ type, value = '' }: HtmlNode) => type === 'text' && value.trim() === '';
