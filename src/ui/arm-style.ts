/** How an arm looks wherever it appears, by its letter. Colours are tokens of tokens.css. */
import type { CSSProperties } from 'react';
import type { Look } from './look.ts';

const STYLES: Readonly<Record<string, Look>> = {
  A: { ...colors('a'), markerShape: 'circle', dash: '4 3' },
  B: { ...colors('b'), markerShape: 'square', dash: '6 3' },
  C: { ...colors('c'), markerShape: 'triangle', dash: '2 3' },
  D: { ...colors('d'), markerShape: 'diamond', dash: '8 3' },
  E: { ...colors('e'), markerShape: 'star', dash: '7 2 2 2' },
  F: { ...colors('f'), markerShape: 'cross', dash: '3 2 1 2' },
};

const UNKNOWN_ARM: Look = {
  color: 'var(--ink-2)',
  textColor: 'var(--ink-2)',
  markerShape: 'circle',
  dash: '4 3',
};

/** Its training lines are dashed, its validation lines solid. */
export function armStyle(armId: string): Look {
  return STYLES[armId] ?? UNKNOWN_ARM;
}

/** Its colours, for the styles of what is beneath. */
export function armVariables(armId: string): CSSProperties & Record<string, string> {
  const { color, textColor } = armStyle(armId);
  return { '--arm': color, '--arm-text': textColor };
}

function colors(letter: string): Pick<Look, 'color' | 'textColor'> {
  return { color: `var(--arm-${letter})`, textColor: `var(--arm-${letter}-text)` };
}
