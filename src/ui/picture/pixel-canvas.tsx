/** A canvas of computed pixels. The page looks after its label. */
import { useEffect, useRef } from 'react';
import type { CSSProperties } from 'react';
import { pixelsOf, rememberPaint } from './canvas-painters.ts';
import type { Paint } from './canvas-painters.ts';
import { useColorsVersion } from './colors-version.ts';

interface PixelCanvasProps {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The same function as long as it paints the same. */
  readonly paint: Paint;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
}

export function PixelCanvas({ width, height, paint, className, style }: PixelCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colorsVersion = useColorsVersion();
  useEffect(() => {
    if (!canvas.current) return;
    rememberPaint(canvas.current, paint);
    const context = canvas.current.getContext('2d');
    const pixels = context && pixelsOf(canvas.current);
    if (pixels) context.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [paint, width, height, colorsVersion]);
  return <canvas ref={canvas} {...{ className, style, width, height }} />;
}
