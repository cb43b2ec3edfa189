/**
 * Does to a page what a translating browser does: it puts every text node into two new elements, so that nodes the
 * page remembers are no longer where they were. The words stay, so that a test can read them.
 */
export function translate(root: Node): void {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  // What browsers take, deprecated as it is.
  const FONT: string = 'font';
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parent = text.parentElement;
    if (!parent || parent.localName === FONT || /^(style|script)$/.test(parent.localName)) continue;
    const outer = document.createElement(FONT);
    const inner = outer.appendChild(document.createElement(FONT));
    inner.textContent = text.data;
    text.replaceWith(outer);
  }
}
