/** The size of a chart's type, which presenting changes: its axes keep room for their labels. */
import { useCallback, useState } from 'react';
import { tickText } from './slice-axis.ts';
import type { SliceAxis } from './slice-axis.ts';

interface TypeSize {
  /** Of the widest label of the value axis, and of a line. */
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/** What a ruler holds. */
export const WIDEST_LABEL = '99.5 %';
const USUAL_TYPE: TypeSize = { width: 52, height: 16, fontSize: 11 };

export function useTypeSize(): readonly [
  TypeSize,
  (ruler: HTMLElement | null) => (() => void) | undefined,
] {
  const [size, setSize] = useState(USUAL_TYPE);
  const attach = useCallback((ruler: HTMLElement | null) => {
    if (!ruler) return undefined;
    const observer = new ResizeObserver(() => {
      const { offsetWidth, offsetHeight } = ruler;
      const fontSize = parseFloat(getComputedStyle(ruler).fontSize);
      if (offsetWidth > 0) setSize({ width: offsetWidth + 12, height: offsetHeight, fontSize });
    });
    observer.observe(ruler);
    return () => observer.disconnect();
  }, []);
  return [size, attach];
}

/** Labels without room are left out: an axis measures them once, so that it is drawn anew (`key`) when type changes. */
export const axisAcross = (type: TypeSize) => ({
  type: 'number' as const,
  tick: textOfAxis(type),
  stroke: 'var(--line-strong)',
  height: type.height + 10,
});

/** `isShare`: ticks in per cent. */
export const axisOfValues = (type: TypeSize, { domain, ticks }: SliceAxis, isShare: boolean) => ({
  tick: textOfAxis(type),
  stroke: 'var(--line-strong)',
  tickFormatter: (tick: number) => tickText(tick, isShare),
  width: type.width,
  domain: [...domain],
  ticks: [...ticks],
  interval: 'preserveStartEnd' as const,
});

/** In pixels. */
export const textOfAxis = ({ fontSize }: TypeSize) => ({ fontSize, fill: 'var(--ink-2)' });

/** Above it the word "best". */
export const marginOf = ({ height }: TypeSize) => ({
  top: 1.3 * height,
  right: 16,
  bottom: 0,
  left: 0,
});
