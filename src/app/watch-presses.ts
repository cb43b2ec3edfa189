/** Tells which press of a mouse button or finger is under way, so that all that one press sets is one step of Undo. */
export function watchPresses(): () => number | null {
  let count = 0;
  let isDown = false;
  addEventListener('pointerdown', () => {
    count += 1;
    isDown = true;
  });
  // Let go outside the window, too.
  for (const end of ['pointerup', 'pointercancel', 'blur'])
    addEventListener(end, () => {
      isDown = false;
    });
  return () => (isDown ? count : null);
}
