/**
 * How one thing looks wherever it appears: colour, marker shape and dash pattern, so that no reading depends on
 * colour alone.
 */
export type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'star' | 'cross';

export interface Look {
  /** A CSS colour, `var(--arm-a)`: it follows the theme. */
  readonly color: string;
  /** The same hue, dark (or light) enough for small text. */
  readonly textColor: string;
  readonly markerShape: MarkerShape;
  /** SVG stroke-dasharray of what is dashed of it. */
  readonly dash: string;
}
