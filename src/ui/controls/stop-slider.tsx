/** A native range input that moves over round values; see slider-stops.ts. */
import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { formatNumber } from '../../settings/settings.ts';
import type { NumberSetting } from '../../settings/settings.ts';
import { groupThousands } from '../../settings/number-text.ts';
import { nearestStop, sliderStops } from './slider-stops.ts';
import styles from './stop-slider.module.css';

interface StopSliderProps {
  readonly labelId: string;
  readonly setting: NumberSetting;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export function StopSlider({ labelId, setting, value, onChange }: StopSliderProps) {
  const { min, max, step, scale, off, integer } = setting;
  const stops = useMemo(
    () => sliderStops({ ...setting, min, max }),
    // Only these shape the stops; the object itself may be new at every draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [min, max, step, scale, off, integer],
  );
  const position = nearestStop(stops, value, setting);
  const last = Math.max(stops.length - 1, 1);
  const share: CSSProperties & Record<'--share', string> = { '--share': `${position / last}` };
  const number = `${setting.symbol === undefined ? '' : `${setting.symbol} = `}${groupThousands(formatNumber(value, setting.unit))}`;
  return (
    <input
      className={styles.slider}
      type="range"
      min={0}
      max={last}
      step={1}
      value={position}
      style={share}
      aria-labelledby={labelId}
      aria-valuetext={value === off ? 'off' : number}
      onChange={(event) => {
        const stop = stops[event.target.valueAsNumber];
        if (stop !== undefined && stop !== value) onChange(stop);
      }}
    />
  );
}
