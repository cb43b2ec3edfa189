/** Makes the file of a picture and hands it over. */
import { saveFile } from '../save-file.ts';
import { givesPixelsBack, pngOfSvg } from './png-of-svg.ts';
import { standaloneSvg } from './standalone-svg.ts';
import type { PictureText } from './standalone-svg.ts';

const DISTURBED =
  'This browser changes what is read from its pictures, as a protection against fingerprinting:';

/** Why it cannot be had, in a sentence; null: it was saved. */
export async function savePictureAs(
  kind: 'svg' | 'png',
  picture: HTMLElement,
  text: PictureText,
  isExact = givesPixelsBack,
): Promise<string | null> {
  if (kind === 'png' && !isExact())
    return `${DISTURBED} a PNG would not be what you see. The SVG is exact.`;
  const svg = standaloneSvg(picture, text);
  if (svg.hasPixels && !isExact())
    return `${DISTURBED} this picture would not be what you see. A screenshot is.`;
  const name = text.title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (kind === 'svg') saveFile(`${name || 'picture'}.svg`, 'image/svg+xml', svg.text);
  else saveFile(`${name || 'picture'}.png`, 'image/png', await pngOfSvg(svg));
  return null;
}
