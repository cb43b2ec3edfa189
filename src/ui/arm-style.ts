/**
 * How an arm looks wherever it appears: one colour, one marker shape, one dash pattern for its letter,
 * so that no reading depends on colour alone. Colours are tokens of tokens.css.
 */

export type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'star' | 'cross';

interface ArmStyle {
  /** A CSS colour, `var(--arm-a)`: it follows the theme. */
  readonly color: string;
  /** The same hue, dark (or light) enough for small text. */
  readonly textColor: string;
  readonly markerShape: MarkerShape;
  /** SVG stroke-dasharray of its training line; the validation line is solid. */
  readonly dash: string;
}

export interface ArmStyleInfo extends ArmStyle {
  /** The letter, "A" to "F". */
  readonly armId: string;
  /** As on the arm's card: "B · Dropout 0.5, inputs 0.2". */
  readonly name: string;
}

const STYLES: Readonly<Record<string, ArmStyle>> = {
  A: { ...colors('a'), markerShape: 'circle', dash: '4 3' },
  B: { ...colors('b'), markerShape: 'square', dash: '6 3' },
  C: { ...colors('c'), markerShape: 'triangle', dash: '2 3' },
  D: { ...colors('d'), markerShape: 'diamond', dash: '8 3' },
  E: { ...colors('e'), markerShape: 'star', dash: '7 2 2 2' },
  F: { ...colors('f'), markerShape: 'cross', dash: '3 2 1 2' },
};

const UNKNOWN_ARM: ArmStyle = {
  color: 'var(--ink-2)',
  textColor: 'var(--ink-2)',
  markerShape: 'circle',
  dash: '4 3',
};

export function armStyle(armId: string): ArmStyle {
  return STYLES[armId] ?? UNKNOWN_ARM;
}

function colors(letter: string): Pick<ArmStyle, 'color' | 'textColor'> {
  return { color: `var(--arm-${letter})`, textColor: `var(--arm-${letter}-text)` };
}
