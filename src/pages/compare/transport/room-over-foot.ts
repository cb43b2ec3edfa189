/**
 * Keeps in sight what a bar over the foot of the page would hide: tells its height to the style sheets, which leave
 * as much room for scrolling, and scrolls what has the focus above it.
 */

/** Read by base.css and app.module.css. */
const ROOM = '--room-over-foot';
/** The gap between the bar and what stands above and below it. */
const GAP_PX = 16;

/** There may be two, of which one is hidden. */
const bars = new Set<HTMLElement>();

/** For the ref of the bar, which is part of the flow where the page is wide enough. */
export function roomOverFoot(bar: HTMLElement | null): (() => void) | undefined {
  if (!bar) return undefined;
  const released = new AbortController();
  const observer = new ResizeObserver(() => {
    tellRoom();
    if (isOverPage(bar)) revealFocused(bar, released.signal);
  });
  bars.add(bar);
  observer.observe(bar);
  return () => {
    released.abort();
    observer.disconnect();
    bars.delete(bar);
    tellRoom();
  };
}

function tellRoom(): void {
  const { style } = document.documentElement;
  const rooms = [...bars].filter(isOverPage).map((bar) => bar.offsetHeight + GAP_PX);
  if (rooms.length > 0) style.setProperty(ROOM, `${Math.max(...rooms)}px`);
  else style.removeProperty(ROOM);
}

function isOverPage(bar: HTMLElement): boolean {
  return getComputedStyle(bar).position === 'fixed' && bar.offsetHeight > 0;
}

function revealFocused(bar: HTMLElement, signal: AbortSignal): void {
  const focused = document.activeElement;
  if (!focused || focused.contains(bar) || bar.contains(focused)) return;
  // A thumb that is dragged must not be drawn away under the pointer.
  if (focused instanceof HTMLInputElement && focused.type === 'range' && focused.matches(':active'))
    for (const end of ['pointerup', 'pointercancel'])
      addEventListener(end, () => reveal(focused, bar), { once: true, signal });
  else reveal(focused, bar);
}

function reveal(focused: Element, bar: HTMLElement): void {
  const { top, bottom } = focused.getBoundingClientRect();
  const isHidden = bottom > bar.getBoundingClientRect().top && top < innerHeight;
  if (!isHidden) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  focused.scrollIntoView({ block: 'nearest', behavior: isStill ? 'instant' : 'smooth' });
}
