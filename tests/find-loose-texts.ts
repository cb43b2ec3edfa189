/**
 * Text nodes that React made by themselves, each with what is around it. There should be none: a browser that
 * translates the page takes them away (src/jsx/translatable.ts). React marks the nodes that it keeps hold of.
 */
export function findLooseTexts(root: Node): string[] {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (Object.keys(text).some((key) => key.startsWith('__reactFiber$')))
      found.push(`"${text.data}" in ${text.parentElement?.outerHTML.slice(0, 200) ?? 'nothing'}`);
  }
  return found;
}
