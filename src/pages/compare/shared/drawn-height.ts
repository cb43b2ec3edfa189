/**
 * Remembers how high an arm's panel was drawn. What waits there for the next run's picture takes as much room, so
 * that the page does not jump. A custom property would make the browser style every cell of a table anew.
 */
const heights = new WeakMap<Element, number>();

/** For the ref of the panel. */
export function watchHeight(panel: HTMLElement | null): (() => void) | undefined {
  if (!panel) return undefined;
  const observer = new ResizeObserver(([entry]) => {
    heights.set(panel, entry?.contentRect.height ?? 0);
  });
  observer.observe(panel);
  return () => {
    observer.disconnect();
  };
}

/** For the ref of the element that stands in for a picture. */
export function takeDrawnHeight(standIn: HTMLElement | null): void {
  const height = standIn?.parentElement && heights.get(standIn.parentElement);
  if (standIn && height) standIn.style.minHeight = `${height}px`;
}

/** Keeps a panel that now has less to show as high as it was drawn; the function it returns ends that. */
export function keepHeight(panel: HTMLElement | null): (() => void) | undefined {
  const height = panel && heights.get(panel);
  if (!height) return undefined;
  const { paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(panel);
  const edges = [paddingTop, paddingBottom, borderTopWidth, borderBottomWidth].map(parseFloat);
  panel.style.minHeight = `${edges.reduce((sum, edge) => sum + edge, height)}px`;
  return () => {
    panel.style.minHeight = '';
  };
}
