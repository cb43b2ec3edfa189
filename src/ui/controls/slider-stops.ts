/**
 * The stops of a slider: round values that a setting is usually given, so that every arrow key moves
 * to another sensible one. What lies between is typed into the number field.
 */
import type { NumberSetting } from '../../settings/settings.ts';

const MANTISSAS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9];

/** Ascending; "off", where there is one, comes first. Empty where the setting has no slider. */
export function sliderStops(setting: NumberSetting): number[] {
  const { scale, off } = setting;
  if (!scale) return [];
  const stops = scale === 'log' ? logStops(setting) : linearStops(setting);
  const others = stops.filter((value) => value !== off);
  return off === undefined ? others : [off, ...others];
}

function linearStops({ min, max, step = (max - min) / 20 }: NumberSetting): number[] {
  const count = Math.floor((max - min) / step + 1e-9);
  const stops = Array.from({ length: count + 1 }, (_, index) => tidy(min + index * step));
  return stops.at(-1) === max ? stops : [...stops, max];
}

function logStops({ min, max, step = min, integer = false }: NumberSetting): number[] {
  const lowest = Math.max(min, step);
  const stops = [lowest];
  for (let decade = Math.floor(Math.log10(lowest)); decade <= Math.log10(max); decade++) {
    for (const mantissa of MANTISSAS) {
      const value = Number(`${mantissa}e${decade}`);
      if (value > lowest && value < max && (!integer || Number.isInteger(value))) stops.push(value);
    }
  }
  return max > lowest ? [...stops, max] : stops;
}

/** The stop that lies nearest, on the slider's scale. */
export function nearestStop(
  stops: readonly number[],
  value: number,
  setting: NumberSetting,
): number {
  if (value === setting.off) return 0;
  const place = (x: number) => (setting.scale === 'log' ? Math.log(Math.max(x, 1e-12)) : x);
  const distances = stops.map((stop) => Math.abs(place(stop) - place(value)));
  return distances.indexOf(Math.min(...distances));
}

function tidy(value: number): number {
  return Number(value.toPrecision(10));
}
