/** What all arms are asked to read: what is drawn, or a digit of the validation set; null: nothing. */
import { useMemo } from 'react';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { digitImage } from './digit-image.ts';

export interface ShownDigit {
  /** [row × 28 + column] */
  readonly image: Float32Array;
  /** Of a validation image; null: drawn. */
  readonly trueLabel: number | null;
}

export function useShownDigit(): ShownDigit | null {
  const drawing = usePlayground((state) => state.drawing);
  const sample = usePlayground(({ history, sample: index }) =>
    index === null ? null : (history?.run.samples[index] ?? null),
  );
  return useMemo(() => {
    if (sample) return { image: sample.features, trueLabel: sample.trueLabel };
    const image = digitImage(drawing);
    return image && { image, trueLabel: null };
  }, [drawing, sample]);
}
