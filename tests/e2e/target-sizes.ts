/** What can be pressed but is smaller than a pointer needs. */
import type { Page } from 'playwright';

const PRESSED =
  'a[href], button, input, select, summary, [role=tab], [role=slider], [tabindex="0"]:not(dfn, section, [role=tabpanel])';

/** One line for each control on the page, or in its open dialog, smaller than that; links in a sentence may be. */
export function findSmallTargets(
  page: Page,
  least: { readonly width: number; readonly height: number },
): Promise<string[]> {
  return page.evaluate(
    async ({ selector, width, height }) => {
      const labelOf = (element: Element) =>
        element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      // What a label or a larger field around the text adds is pressed, so it is felt for.
      const isFelt = async (element: Element) => {
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const { left, top, width: w, height: h } = element.getBoundingClientRect();
        const [x, y] = [left + w / 2, top + h / 2];
        const [dx, dy] = [width / 2 - 0.6, height / 2 - 0.6];
        return [[0, -dy] as const, [0, dy] as const, [-dx, 0] as const, [dx, 0] as const].every(
          ([right, down]) => {
            const hit = document.elementFromPoint(x + right, y + down);
            return element.contains(hit) || labelOf(element)?.contains(hit) === true;
          },
        );
      };
      const isLarge = (element: Element | undefined) => {
        const box = element?.getBoundingClientRect();
        return box !== undefined && box.width >= width && box.height >= height;
      };
      const isInSentence = (element: Element) =>
        element.closest('p') !== null &&
        [...(element.parentElement?.childNodes ?? [])].some(
          (node) =>
            node.textContent?.trim() !== '' &&
            !(node instanceof Element && (node.matches(selector) || node.querySelector(selector))),
        );
      const small: string[] = [];
      const root = document.querySelector('[role=dialog], dialog[open]') ?? document;
      for (const element of root.querySelectorAll(selector)) {
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        // Hidden but for whoever comes by keyboard: it is pressed when it is seen.
        if (element.clientWidth <= 1 && element instanceof HTMLAnchorElement) element.focus();
        if (isLarge(element) || isLarge(labelOf(element)) || isInSentence(element)) continue;
        if (await isFelt(element)) continue;
        const box = element.getBoundingClientRect();
        const name = element.ariaLabel ?? labelOf(element)?.textContent ?? element.textContent;
        small.push(`${name} ${Math.round(box.width)} x ${Math.round(box.height)}`);
      }
      return small;
    },
    { selector: PRESSED, ...least },
  );
}
