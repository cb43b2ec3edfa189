/**
 * Remembers how high an arm's panel was drawn. What waits there for the next run's picture takes as much room, so
 * that the page does not jump. A custom property would make the browser style every cell of a table anew.
 */
const heights = new WeakMap<Element, number>();

/** As a ref of the panel. */
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

/** As a ref of what stands in the panel in place of a picture. */
export function takeDrawnHeight(place: HTMLElement | null): void {
  const height = place?.parentElement && heights.get(place.parentElement);
  if (place && height) place.style.minHeight = `${height}px`;
}

/** A panel that now has less to show stays as high as it was drawn, until what is returned is called. */
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
