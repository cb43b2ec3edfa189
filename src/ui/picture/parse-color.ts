/** A computed colour as numbers, for what is painted: "rgb(12, 34, 56)". */

export type Color = readonly [red: number, green: number, blue: number];

export function parseColor(text: string): Color {
  const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}
