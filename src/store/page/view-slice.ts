/** How the page is shown; nothing here reaches a figure. */
import type { StateCreator } from 'zustand/vanilla';
import type { Playground } from '../playground.ts';
import { COLOR_SCHEMES } from './view-state.ts';
import type { ViewSlice } from './view-state.ts';

const SCHEME_KEY = 'color-scheme';

const SHORTCUTS_KEY = 'keyboard-shortcuts';

export const createViewSlice: StateCreator<Playground, [], [], ViewSlice> = (set) => ({
  colorScheme: COLOR_SCHEMES.find((scheme) => scheme === recall(SCHEME_KEY)) ?? 'system',
  isPresenting: false,
  usesShortcuts: recall(SHORTCUTS_KEY) !== 'off',
  sheet: null,
  setColorScheme: (colorScheme) => {
    set({ colorScheme });
    keep(SCHEME_KEY, colorScheme);
  },
  setPresenting: (isPresenting) => set({ isPresenting }),
  setUsesShortcuts: (usesShortcuts) => {
    set({ usesShortcuts });
    keep(SHORTCUTS_KEY, usesShortcuts ? 'on' : 'off');
  },
  showSheet: (sheet) => set({ sheet }),
});

/** Storage may be full or denied; what is chosen then lasts as long as the page. */
function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or denied.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
