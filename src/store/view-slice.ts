/** How the page is shown; nothing here reaches a figure. */
import type { StateCreator } from 'zustand/vanilla';
import type { Playground } from './playground-store.ts';

export const COLOR_SCHEMES = ['system', 'light', 'dark'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

export interface ViewSlice {
  readonly colorScheme: ColorScheme;
  readonly setColorScheme: (scheme: ColorScheme) => void;
}

const STORAGE_KEY = 'color-scheme';

export const createViewSlice: StateCreator<Playground, [], [], ViewSlice> = (set) => ({
  colorScheme: storedColorScheme(),
  setColorScheme: (colorScheme) => {
    set({ colorScheme });
    storeColorScheme(colorScheme);
  },
});

/** Storage may be full or denied; the scheme then lasts as long as the page. */
function storeColorScheme(scheme: ColorScheme): void {
  try {
    localStorage.setItem(STORAGE_KEY, scheme);
  } catch {
    // Nothing to do, see above.
  }
}

function storedColorScheme(): ColorScheme {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return COLOR_SCHEMES.find((scheme) => scheme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}
