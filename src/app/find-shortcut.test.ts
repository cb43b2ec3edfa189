// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { findShortcut } from './find-shortcut.ts';
import { SHORTCUTS } from './shortcuts.ts';

afterEach(() => document.body.replaceChildren());

const HERE = { page: 'compare', usesShortcuts: true } as const;

/** The label of what a key does while the first element of some markup has the focus; null: nothing. */
function pressed(
  key: string,
  {
    on = '',
    held = {},
    where = {},
  }: { on?: string; held?: KeyboardEventInit; where?: object } = {},
): string | null {
  document.body.innerHTML = on;
  const target = document.body.querySelector('[data-focus]') ?? document.body;
  let found: string | null = null;
  addEventListener(
    'keydown',
    (event) => {
      found = findShortcut(event, { ...HERE, ...where })?.label ?? null;
    },
    { once: true },
  );
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...held }));
  return found;
}

describe('keys', () => {
  it.each(['compare', 'sweep'])('belong to one shortcut each on %s', (here) => {
    const keys = SHORTCUTS.flatMap(({ keys: own, page = here, withShift, withControl }) =>
      page === here ? own.map((key) => [withControl, withShift, key].join(' ')) : [],
    );
    expect(keys).toEqual([...new Set(keys)]);
  });

  it.each(
    SHORTCUTS.flatMap(({ keys, label, page = HERE.page, withShift = false, withControl = false }) =>
      keys.map((key) => ({ key, label, page, shiftKey: withShift, ctrlKey: withControl })),
    ),
  )('“$key” is found on $page where nothing else needs it', ({ key, label, page, ...held }) =>
    expect(pressed(key, { held, where: { page } })).toBe(label),
  );

  it('are the same with caps lock, but not with Shift, Ctrl, Alt or the command key', () => {
    expect(pressed('E')).toBe('Step one epoch');
    for (const modifier of ['shiftKey', 'ctrlKey', 'altKey', 'metaKey'])
      expect(pressed('E', { held: { [modifier]: true } })).toBeNull();
    expect(pressed('N', { held: { shiftKey: true } })).toBe('Previous preset');
    expect(pressed('?', { held: { shiftKey: true } })).toBe('Help, with these shortcuts');
    expect(pressed('1', { held: { shiftKey: true } })).toMatch(/^Look at/);
  });

  it('undo with Ctrl or the command key, but what is typed in a field', () => {
    const held = { metaKey: true };
    expect(pressed('z', { held })).toBe('Undo the last change of settings');
    expect(pressed('z')).toBeNull();
    expect(pressed('z', { held: { ...held, altKey: true } })).toBeNull();
    expect(pressed('z', { held, on: '<input data-focus>' })).toBeNull();
    expect(pressed('z', { held, on: '<input type="range" data-focus>' })).toBe(
      'Undo the last change of settings',
    );
    expect(pressed('z', { held, where: { usesShortcuts: false } })).toBe(
      'Undo the last change of settings',
    );
  });

  it.each([
    '<input data-focus>',
    '<textarea data-focus></textarea>',
    '<select data-focus></select>',
    '<div contenteditable="true"><p data-focus></p></div>',
    '<dialog><button data-focus></button></dialog>',
    '<div role="dialog"><button data-focus></button></div>',
  ])('are left alone in %s', (on) => {
    for (const key of ['r', '1', ' ', 'ArrowLeft', '?', 'Escape'])
      expect(pressed(key, { on })).toBeNull();
  });

  it.each(['<button data-focus>', '<a href="#" data-focus>', '<input type="checkbox" data-focus>'])(
    'but for Space act on %s, which Space presses',
    (on) => {
      expect(pressed(' ', { on })).toBeNull();
      expect(pressed('t', { on })).toBe('Train, pause');
    },
  );

  it.each([
    '<input type="range" data-focus>',
    '<input type="radio" data-focus>',
    '<button role="tab" data-focus>',
    '<div role="slider" tabindex="0" data-focus>',
  ])('but for arrows act on %s, which arrows move', (on) => {
    expect(pressed('ArrowRight', { on })).toBeNull();
    expect(pressed('r', { on })).toBe('Reset');
  });

  it('arrows act on buttons', () =>
    expect(pressed('ArrowRight', { on: '<button data-focus>' })).toMatch(/^Previous epoch/));

  it('held down, only steps and looking back go on', () => {
    const held = { repeat: true };
    expect(pressed('e', { held })).toBe('Step one epoch');
    expect(pressed('ArrowLeft', { held })).toMatch(/^Previous epoch/);
    for (const key of ['t', ' ', 'r', 'p', 'd', '?']) expect(pressed(key, { held })).toBeNull();
  });

  it('that train act on their page only', () => {
    const where = { page: 'sweep' };
    expect(pressed('e', { where })).toBeNull();
    expect(pressed('t', { where })).toBe('Start, pause the sweep');
    expect(pressed('d', { where })).toBe('Dark or light');
  });

  it('but for Escape are silent when they are switched off', () => {
    const where = { usesShortcuts: false };
    for (const key of ['t', ' ', '1', '?', 'ArrowLeft']) expect(pressed(key, { where })).toBeNull();
    expect(pressed('Escape', { where })).toBe('Leave the presentation');
  });
});
