/** A native range input that moves over round values; see slider-stops.ts. */
import { useMemo } from 'react';
import { formatNumber } from '../../settings/settings.ts';
import type { NumberSetting } from '../../settings/settings.ts';
import { groupThousands } from '../../settings/number-text.ts';
import { RangeSlider } from './range-slider.tsx';
import { nearestStop, sliderStops } from './slider-stops.ts';

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
  const number = `${setting.symbol === undefined ? '' : `${setting.symbol} = `}${groupThousands(formatNumber(value, setting.unit))}`;
  return (
    <RangeSlider
      last={stops.length - 1}
      position={nearestStop(stops, value, setting)}
      aria-labelledby={labelId}
      aria-valuetext={value === off ? 'off' : number}
      onMove={(position) => {
        const stop = stops[position];
        if (stop !== undefined && stop !== value) onChange(stop);
      }}
    />
  );
}
