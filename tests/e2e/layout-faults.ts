/** What a layout gets wrong that no picture is needed for: what leaves the window, is cut, or lies on something else. */
import type { Page } from 'playwright';

/** One line a fault; [] is what we want. */
export function findLayoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const PRESSED = 'a[href], button, input, select, summary';
    /** A pixel is the rounding of edges. */
    const SLACK = 1.5;

    const remembered = <Value>(of: (element: Element) => Value) => {
      const known = new Map<Element, Value>();
      return (element: Element): Value => {
        const before = known.get(element);
        if (before !== undefined) return before;
        const value = of(element);
        known.set(element, value);
        return value;
      };
    };
    const styleOf = remembered((element) => {
      const { position, overflowX, overflowY, clipPath } = getComputedStyle(element);
      return { position, overflowX, overflowY, clipPath };
    });
    const rectOf = remembered((element) => element.getBoundingClientRect());
    /** Read aloud, not shown: that, or within such. */
    const isOnlyHeard = remembered((element): boolean => {
      if (styleOf(element).clipPath.startsWith('inset(50%')) return true;
      return element.parentElement !== null && isOnlyHeard(element.parentElement);
    });
    const isShown = remembered(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.closest('svg, option, dialog') === null &&
        !isOnlyHeard(element),
    );
    const isInScroller = remembered((element): boolean => {
      const { parentElement } = element;
      if (parentElement === null || parentElement === document.body) return false;
      return (
        ['auto', 'scroll'].includes(styleOf(parentElement).overflowY) || isInScroller(parentElement)
      );
    });
    /**
     * What lies over what scrolls beneath it, on purpose: a bar at the edge of the window over the page, the head of
     * a table that scrolls by itself over its rows. Overlaps within one layer only are faults.
     */
    const layerOf = remembered((element): 'page' | 'window' | 'scroller' => {
      const { position } = styleOf(element);
      if (position === 'fixed') return 'window';
      if (position === 'sticky') return isInScroller(element) ? 'scroller' : 'window';
      return element.parentElement === null ? 'page' : layerOf(element.parentElement);
    });
    const nameOf = (element: Element) =>
      (element.ariaLabel ?? element.textContent).trim().slice(0, 40) || element.tagName;

    /** What of the page can be seen through an element and all around it. */
    const frameOf = remembered((element): DOMRect => {
      const { parentElement } = element;
      const around =
        parentElement === null || element === document.body
          ? new DOMRect(-1e6, -1e6, 2e6, 2e6)
          : frameOf(parentElement);
      const { overflowX, overflowY } = styleOf(element);
      if (element === document.body || (overflowX === 'visible' && overflowY === 'visible'))
        return around;
      return common(around, rectOf(element));
    });
    const common = (a: DOMRect, b: DOMRect): DOMRect => {
      const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
      const [right, bottom] = [Math.min(a.right, b.right), Math.min(a.bottom, b.bottom)];
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };

    interface Box {
      readonly element: Element;
      readonly rect: DOMRect;
      readonly name: string;
      readonly layer: ReturnType<typeof layerOf>;
    }

    const boxOf = (element: Element, rect: DOMRect, name: string): Box[] => {
      const clipped = common(frameOf(element), rect);
      if (clipped.width <= 2 || clipped.height <= 2) return [];
      return [{ element, rect: clipped, name, layer: layerOf(element) }];
    };
    const pressed = [...document.querySelectorAll(PRESSED)]
      .filter(isShown)
      .flatMap((element) => boxOf(element, rectOf(element), nameOf(element)));
    const texts: Box[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode } = walker;
      const { parentElement } = currentNode;
      const text = currentNode.nodeValue?.trim() ?? '';
      if (text === '' || !parentElement || !isShown(parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(currentNode);
      for (const rect of range.getClientRects()) texts.push(...boxOf(parentElement, rect, text));
    }

    const overlap = ({ rect: a }: Box, { rect: b }: Box) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
      // Lines that stand close have boxes that touch; their letters do not.
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) >
        Math.max(SLACK, 0.35 * Math.min(a.height, b.height));
    const boxes = [...pressed, ...texts];
    const overlaps = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (b) =>
            a.layer === b.layer &&
            !a.element.contains(b.element) &&
            !b.element.contains(a.element) &&
            overlap(a, b),
        )
        .map((b) => `overlap: ${a.name} | ${b.name}`),
    );
    const outside = boxes
      .filter(({ rect }) => rect.left < -SLACK || rect.right > innerWidth + SLACK)
      .map(({ name }) => `outside: ${name}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { overflowX } = styleOf(element);
      return (
        isShown(element) &&
        overflowX !== 'visible' &&
        // What is too long for one line there says so.
        getComputedStyle(element).textOverflow !== 'ellipsis' &&
        element.tagName !== 'INPUT' &&
        element.scrollWidth > element.clientWidth + SLACK
      );
    });
    return [
      ...(scrollWidth > clientWidth ? [`wide: ${scrollWidth} of ${clientWidth}`] : []),
      ...outside,
      ...cut.map((one) => `cut: ${one.scrollWidth} of ${one.clientWidth}: ${nameOf(one)}`),
      ...overlaps,
    ];
  });
}
