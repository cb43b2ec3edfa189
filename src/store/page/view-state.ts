/** How the page is shown; nothing here reaches a figure. */

export const COLOR_SCHEMES = ['system', 'light', 'dark'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

/** What may lie over the page. */
export type Sheet = 'help' | 'glossary' | 'history';

export interface ViewSlice {
  readonly colorScheme: ColorScheme;
  /** Large, for a projector: no settings, the curves and what they say. */
  readonly isPresenting: boolean;
  /** Single keys act; whoever speaks to the computer or strikes keys by accident switches them off. */
  readonly usesShortcuts: boolean;
  readonly sheet: Sheet | null;
  readonly setColorScheme: (scheme: ColorScheme) => void;
  readonly setPresenting: (isPresenting: boolean) => void;
  readonly setUsesShortcuts: (usesShortcuts: boolean) => void;
  readonly showSheet: (sheet: Sheet | null) => void;
}
