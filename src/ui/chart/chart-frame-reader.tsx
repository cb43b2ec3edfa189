/**
 * Reading values off a chart, by pointing or with the arrow keys. An invisible slider over the picture:
 * assistive technology reads its value when the user moves it and stays silent while training streams.
 */
import { useEffect } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { axisAt, readingReach } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { Readout } from './chart-frame-readout.tsx';
import { describeReading, readAt } from './draw/series-describe.ts';
import { eventsAt, saidAt } from './data/series-events.ts';
import {
  firstPosition,
  lastPosition,
  nearestPosition,
  nextPosition,
} from './axis/series-position.ts';
import { setReading, useReading } from './data/series-reading.ts';
import type { PlaceAxis } from './axis/place-axis.ts';
import type {
  ChartChange,
  DrawnSeries,
  MarkedPlace,
  Measure,
  Stretch,
} from './data/series-types.ts';
import type { AxisWindow } from './data/series-window.ts';
import styles from './chart-frame.module.css';

interface PlaceReaderProps {
  readonly title: string;
  readonly places: PlaceAxis;
  readonly scale: ChartScale;
  readonly series: readonly DrawnSeries[];
  readonly changes: readonly ChartChange[];
  readonly stretches: readonly Stretch[];
  readonly marked: readonly MarkedPlace[];
  readonly measure: Measure;
}

const PAGE = 10;

export function PlaceReader(props: PlaceReaderProps) {
  const { title, places, scale, series, measure } = props;
  const { id } = places;
  const read = useReading(id);
  // A place on this axis means nothing on another.
  useEffect(() => () => setReading(id, null), [id]);
  const { window } = scale;
  const [first, last] = [firstPosition(series, window), lastPosition(series, window)];
  if (last < 0) return null;
  const at = read !== null && read >= window.from && read <= last ? read : null;
  const shown = at === null ? null : contentsAt(props, at);
  const point = (event: PointerEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setReading(id, nearestPosition(series, window, axisAt(scale, x)));
  };
  const press = (event: KeyboardEvent) => {
    const next = placeAfterKey(event.key, at, [series, window]);
    if (next === undefined) return;
    event.preventDefault();
    setReading(id, next);
  };
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`Read ${title} at ${places.onePlace}`}
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuenow={at ?? first}
        aria-valuetext={
          shown === null
            ? `Arrow keys read the ${places.manyPlaces}`
            : describeReading(shown.readings, measure, { axis: places, ...shown })
        }
        className={styles.reader}
        onPointerMove={point}
        onPointerDown={point}
        // A tap gives the focus, which when it goes ends the reading; a finger that slid gets it here.
        onPointerUp={({ pointerType, currentTarget }) => {
          if (pointerType === 'touch') currentTarget.focus({ preventScroll: true });
        }}
        onFocus={({ currentTarget }) => letGoByTouchElsewhere(currentTarget)}
        // A finger that came down here scrolls the page.
        onPointerCancel={() => setReading(id, null)}
        onPointerLeave={(event) => {
          if (event.pointerType !== 'touch') setReading(id, null);
        }}
        onBlur={() => setReading(id, null)}
        onKeyDown={press}
      />
      {shown !== null && <Readout {...{ series, scale, places, measure, ...shown }} />}
    </>
  );
}

/**
 * To the browser a tap soon after a slide only stops the slide's momentum: there is no click, and the focus does
 * not move. But the end of the touch is reported; a touch that scrolled is reported as cancelled.
 */
function letGoByTouchElsewhere(reader: HTMLElement) {
  const end = ({ target, pointerType }: globalThis.PointerEvent) => {
    if (target !== reader && pointerType === 'touch') reader.blur();
  };
  document.addEventListener('pointerup', end);
  const forget = () => document.removeEventListener('pointerup', end);
  reader.addEventListener('blur', forget, { once: true });
}

function contentsAt(props: PlaceReaderProps, at: number) {
  const { scale, series, changes, stretches, marked } = props;
  const reach = readingReach(scale, Math.min(...series.map(({ pace }) => pace)));
  const events = [
    ...eventsAt(series, changes, { at, reach }),
    ...saidAt({ stretches, marked }, at),
  ];
  return { at, readings: readAt(series, at), events };
}

/** undefined: not a key for reading. From nothing read, arrows begin at the newest place. */
function placeAfterKey(
  key: string,
  at: number | null,
  [series, window]: readonly [readonly DrawnSeries[], AxisWindow],
): number | null | undefined {
  const by = (steps: number) => {
    let place = at ?? lastPosition(series, window);
    const direction = steps < 0 ? -1 : 1;
    for (let i = 0; at !== null && i < Math.abs(steps); i++)
      place = nextPosition(series, window, [place, direction]);
    return place;
  };
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return by(-1);
    case 'ArrowRight':
    case 'ArrowUp':
      return by(1);
    case 'PageDown':
      return by(-PAGE);
    case 'PageUp':
      return by(PAGE);
    case 'Home':
      return firstPosition(series, window);
    case 'End':
      return lastPosition(series, window);
    case 'Escape':
      return at === null ? undefined : null;
    default:
      return undefined;
  }
}
