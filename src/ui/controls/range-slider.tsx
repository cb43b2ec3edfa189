/** A native range input whose track is full before its thumb. */
import type { ComponentProps, CSSProperties } from 'react';
import styles from './range-slider.module.css';

interface RangeSliderProps extends Omit<
  ComponentProps<'input'>,
  'type' | 'min' | 'max' | 'step' | 'value' | 'style' | 'onChange'
> {
  /** Of as many as there are after the first, counted from 0. */
  readonly last: number;
  readonly position: number;
  readonly onMove: (position: number) => void;
}

export function RangeSlider({ last, position, onMove, className, ...others }: RangeSliderProps) {
  const max = Math.max(last, 1);
  const share: CSSProperties & Record<'--share', string> = { '--share': `${position / max}` };
  return (
    <input
      {...others}
      className={[styles.slider, className].filter((one) => one !== undefined).join(' ')}
      type="range"
      min={0}
      max={max}
      step={1}
      value={position}
      style={share}
      onChange={(event) => onMove(event.target.valueAsNumber)}
    />
  );
}
