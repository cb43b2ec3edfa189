/** Which shortcut a pressed key is, if whatever has the focus does not need the key itself. */
import type { Page } from './pages.ts';
import { SHORTCUTS } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';

type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'target' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

export function findShortcut(
  event: PressedKey,
  where: { readonly page: Page['id']; readonly usesShortcuts: boolean },
): Shortcut | null {
  if (event.altKey || event.isComposing || needsKey(event)) return null;
  const key = normalize(event.key);
  const found = SHORTCUTS.find(
    ({ keys, page = where.page, withShift = false, withControl = false }) =>
      keys.includes(key) &&
      page === where.page &&
      withShift === isShifted(event) &&
      withControl === (event.ctrlKey || event.metaKey),
  );
  if (!found) return null;
  if (event.repeat && found.repeats !== true) return null;
  return where.usesShortcuts || found.isAlwaysOn === true ? found : null;
}

/** Letters are the same with caps lock. */
export function normalize(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key;
}

/** But where the character needs it: “?” almost everywhere, digits in France. */
function isShifted({ key, shiftKey }: PressedKey): boolean {
  return shiftKey && !/^[\d?]$/.test(key);
}

const TYPING =
  'input:not([type="range"], [type="radio"], [type="checkbox"]), select, textarea, [contenteditable="true"]';
/** Panels and sheets have their own keys as long as they have the focus. */
const DIALOG = 'dialog, [role="dialog"]';
/** What Space presses, or what is scrolled by it. */
const PRESSED_BY_SPACE = 'button, a[href], input, summary, [tabindex="0"]';
/** What moves along by arrow keys: sliders, radio buttons, tabs, readers of charts, drawings. */
const MOVED_BY_ARROWS = 'input, [role="tab"], [tabindex="0"]';

function needsKey({ key, target }: PressedKey): boolean {
  if (!(target instanceof Element)) return false;
  const isWithin = (selector: string) => target.closest(selector) !== null;
  if (isWithin(TYPING) || isWithin(DIALOG)) return true;
  if (key === ' ') return isWithin(PRESSED_BY_SPACE);
  return key.startsWith('Arrow') && isWithin(MOVED_BY_ARROWS);
}
