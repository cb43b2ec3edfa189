/** Makes the file of a picture and hands it over. */
import { slug } from '../../base/text/slug.ts';
import { saveFile } from '../save-file.ts';
import { givesPixelsBack, pngOfSvg } from './png-of-svg.ts';
import { standaloneSvg } from './standalone-svg.ts';
import type { Drawn, PictureText } from './standalone-svg.ts';

const DISTURBED =
  'This browser changes what is read from its pictures, as a protection against fingerprinting:';

/** Why it cannot be had, in a sentence; null: it was saved. */
export async function savePictureAs(
  kind: 'svg' | 'png',
  picture: Drawn,
  text: PictureText,
  isExact = givesPixelsBack,
): Promise<string | null> {
  if (kind === 'png' && !isExact())
    return `${DISTURBED} a PNG would not be what you see. The SVG is exact.`;
  const svg = await standaloneSvg(picture, text);
  if (svg.hasPixels && !isExact())
    return `${DISTURBED} this picture would not be what you see. A screenshot is.`;
  const name = `${text.subject}-${slug(text.title)}.${kind}`;
  if (kind === 'svg') saveFile(name, 'image/svg+xml', svg.text);
  else saveFile(name, 'image/png', await pngOfSvg(svg));
  return null;
}
