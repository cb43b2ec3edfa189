/** Where a panel may lie without hiding what is watched: elements with `data-watched`. */

/** With less room than this below what is watched, a panel would show hardly anything. */
const LEAST_HEIGHT_PX = 240;

/** The window below what is watched, at the time it is asked for: the page may scroll under an open panel. */
export const freeArea = {
  x: 0,
  get y() {
    const ends = [...document.querySelectorAll('[data-watched]')].map(
      (element) => element.getBoundingClientRect().bottom,
    );
    const end = Math.max(0, ...ends);
    return window.innerHeight - end < LEAST_HEIGHT_PX ? 0 : end;
  },
  get width() {
    return document.documentElement.clientWidth;
  },
  get height() {
    return window.innerHeight - this.y;
  },
};
