/** The size of a chart and of its type, measured at once and then whenever they have come to rest. */
import { useCallback, useState } from 'react';
import type { ChartSize } from './chart-frame-geometry.ts';

const REST_MS = 80;

/**
 * Attach the callback to the plot. Its first two children must hold the widest label, long and short:
 * they are measured, and watched, since they change with the type.
 */
export function useChartSize(): readonly [
  ChartSize | null,
  (element: HTMLElement | null) => (() => void) | undefined,
] {
  const [size, setSize] = useState<ChartSize | null>(null);
  const attach = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const measure = () => {
      const next = sizeOf(element);
      setSize((before) => (before && sameSize(before, next) ? before : next));
    };
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(measure, REST_MS);
    });
    observer.observe(element);
    for (const ruler of rulers(element)) observer.observe(ruler);
    measure();
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
  return [size, attach];
}

function sizeOf(element: HTMLElement): ChartSize | null {
  const { clientWidth: width, clientHeight: height } = element;
  const fontSize = parseFloat(getComputedStyle(element).fontSize) || 12;
  const [labelWidth = 0, shortLabelWidth = 0] = rulers(element).map((ruler) => ruler.clientWidth);
  if (width <= 0 || height <= 0) return null;
  return { width, height, fontSize, labelWidth, shortLabelWidth };
}

function rulers(element: HTMLElement): Element[] {
  return [...element.children].slice(0, 2);
}

function sameSize(a: ChartSize, b: ChartSize | null): boolean {
  if (!b) return false;
  const keys = ['width', 'height', 'fontSize', 'labelWidth', 'shortLabelWidth'] as const;
  return keys.every((key) => a[key] === b[key]);
}
