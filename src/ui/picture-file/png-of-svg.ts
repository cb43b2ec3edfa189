/** An SVG as a PNG, at twice its size; and whether this browser gives pixels back as they were drawn. */
import type { StandaloneSvg } from './standalone-svg.ts';

const SCALE = 2;

export async function pngOfSvg({ text, width, height }: StandaloneSvg): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SCALE * width;
  canvas.height = SCALE * height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The picture is too large for this browser.'));
    }, 'image/png');
  });
}

const SIDE = 16;

/**
 * Browsers that protect against fingerprinting change what is read back from a canvas, a little or all of it. Known
 * colours are drawn, read, and compared.
 */
export function givesPixelsBack(canvas = document.createElement('canvas')): boolean {
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d');
  if (!context) return false;
  for (let i = 0; i < SIDE * SIDE; i++) {
    context.fillStyle = `rgb(${channels(i).join(' ')})`;
    context.fillRect(i % SIDE, Math.floor(i / SIDE), 1, 1);
  }
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return Array.from({ length: SIDE * SIDE }, (_, i) => [...channels(i), 255]).every((pixel, i) =>
    pixel.every((value, channel) => data[4 * i + channel] === value),
  );
}

/** All different. */
function channels(i: number): [number, number, number] {
  return [i, (7 * i) % 256, 255 - i];
}
