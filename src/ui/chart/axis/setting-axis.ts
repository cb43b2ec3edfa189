/** An axis whose places are the values of a setting: on a scale, or at equal distances in their order. */
import type { PlaceAxis } from './place-axis.ts';
import { niceStep } from './series-ticks.ts';

export interface SettingOnAxis {
  readonly id: string;
  /** As a heading: "L2 strength". */
  readonly title: string;
  /** In a sentence. */
  readonly name: string;
  readonly scale: 'linear' | 'log' | 'ordinal';
  /** In their order; NaN, and on a log scale what is not above 0, is no number of the scale: "off". */
  readonly values: readonly number[];
  /** "0.01", "off" */
  readonly text: (value: number, place: number) => string;
}

/** Before the first and after the last place, in distances between neighbours … */
const ROOM = 0.4;
/** … and on a scale, where neighbours may be near each other, of the whole axis. */
const ROOM_OF_SCALE = 0.04;

export function settingAxis(setting: SettingOnAxis): PlaceAxis {
  const { id, title, name, scale, values } = setting;
  const texts = values.map(setting.text);
  const { places, brokenAfter } = placesOf(values, scale);
  const [low = 0, high = 0] = [places[0], places.at(-1)];
  const room = scale === 'ordinal' || high === low ? ROOM : ROOM_OF_SCALE * (high - low);
  const hasTick = ticksOf(setting);
  const textAt = (place: number) => texts[Math.round(place)] ?? '';
  return {
    ...{ id, title, name, brokenAfter },
    ...{ onePlace: 'a value', manyPlaces: 'values' },
    placeText: (at) => `${title} ${textAt(at)}`,
    rowText: textAt,
    ownPlaceText: null,
    marksLookBack: false,
    values: places.map((place, index) => ({
      share: (place - low + room) / (high - low + 2 * room),
      text: hasTick(index) ? textAt(index) : '',
    })),
  };
}

interface Places {
  readonly places: readonly number[];
  readonly brokenAfter: number | null;
}

function placesOf(values: readonly number[], scale: SettingOnAxis['scale']): Places {
  if (scale === 'ordinal') return { places: [...values.keys()], brokenAfter: null };
  const onScale = values.map((value) => (scale === 'log' ? logOf(value) : value));
  const known = onScale.filter(Number.isFinite);
  const [low = 0, high = 0] = [known[0], known.at(-1)];
  const between = known.length > 1 ? (high - low) / (known.length - 1) : 1;
  // What is no number of the scale comes first, as far from it as its values are from each other.
  const off = values.length - known.length;
  return {
    places: onScale.map((value, index) =>
      Number.isFinite(value) ? value : low - (off - index) * between,
    ),
    brokenAfter: off > 0 && known.length > 0 ? off - 1 : null,
  };
}

/** On a scale of many values only round ones have their text below the axis. */
const MANY = 12;
const MOST_TICKS = 8;

function ticksOf({ scale, values }: SettingOnAxis): (place: number) => boolean {
  const known = values.filter(Number.isFinite);
  if (scale !== 'linear' || known.length <= MANY) return () => true;
  const step = niceStep((known.at(-1) ?? 0) - (known[0] ?? 0), MOST_TICKS);
  return (place) => {
    const steps = (values[place] ?? NaN) / step;
    return !(Math.abs(steps - Math.round(steps)) > DUST);
  };
}

/** Tolerance of rounding, as a share of a step. */
const DUST = 1e-6;

function logOf(value: number): number {
  return value > 0 ? Math.log10(value) : NaN;
}
