// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { roomOverFoot } from './room-over-foot.ts';

const BAR_TOP = 600;

let resize: () => void = () => undefined;

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resize = callback;
      }
      observe() {
        resize();
      }
      disconnect() {
        resize = () => undefined;
      }
    },
  );
  vi.stubGlobal('innerHeight', 800);
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const room = () => document.documentElement.style.getPropertyValue('--room-over-foot');

/** A bar 60 high, and a focused field that ends at this height; it takes notes of how it is scrolled. */
function pageWith({ bottom, position = 'fixed' }: { bottom: number; position?: string }) {
  const bar = document.createElement('div');
  const field = document.createElement('input');
  document.body.append(field, bar);
  bar.style.position = position;
  Object.defineProperty(bar, 'offsetHeight', { value: 60, configurable: true });
  bar.getBoundingClientRect = () => new DOMRect(0, BAR_TOP, 300, 60);
  field.getBoundingClientRect = () => new DOMRect(0, bottom - 40, 300, 40);
  const scrolls: unknown[] = [];
  field.scrollIntoView = (how) => scrolls.push(how);
  field.focus();
  return { bar, field, scrolls };
}

it('brings a focused field above the bar that comes over it, once more when the bar grows', () => {
  const { bar, scrolls } = pageWith({ bottom: BAR_TOP + 20 });
  const end = roomOverFoot(bar);
  expect(room()).toBe('76px');
  expect(scrolls).toEqual([{ block: 'nearest', behavior: 'smooth' }]);
  resize();
  expect(scrolls).toHaveLength(2);
  end?.();
  expect(room()).toBe('');
});

it('moves nothing where the field is in sight, or scrolled away by the user', () => {
  for (const bottom of [BAR_TOP, 900]) {
    const { bar, scrolls } = pageWith({ bottom });
    roomOverFoot(bar)?.();
    expect(scrolls).toEqual([]);
  }
});

it('jumps where motion is to be reduced', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  const { bar, scrolls } = pageWith({ bottom: 700 });
  roomOverFoot(bar)?.();
  expect(scrolls).toEqual([{ block: 'nearest', behavior: 'instant' }]);
});

it('takes no room in the flow of a wide page', () => {
  const { bar, scrolls } = pageWith({ bottom: 700, position: 'static' });
  const end = roomOverFoot(bar);
  expect(room()).toBe('');
  expect(scrolls).toEqual([]);
  end?.();
});

it('keeps the room of a bar that is there when another is hidden, or goes', () => {
  const [shown, hidden] = [pageWith({ bottom: BAR_TOP }).bar, pageWith({ bottom: BAR_TOP }).bar];
  Object.defineProperty(hidden, 'offsetHeight', { value: 0 });
  const [end, endHidden] = [roomOverFoot(shown), roomOverFoot(hidden)];
  expect(room()).toBe('76px');
  endHidden?.();
  expect(room()).toBe('76px');
  end?.();
  expect(room()).toBe('');
});

it('waits until a thumb that is dragged is let go', () => {
  const { bar, field, scrolls } = pageWith({ bottom: 700 });
  field.type = 'range';
  vi.spyOn(field, 'matches').mockImplementation((selector) => selector === ':active');
  const end = roomOverFoot(bar);
  expect(scrolls).toEqual([]);
  dispatchEvent(new Event('pointerup'));
  expect(scrolls).toHaveLength(1);
  resize();
  end?.();
  dispatchEvent(new Event('pointerup'));
  expect(scrolls).toHaveLength(1);
});
