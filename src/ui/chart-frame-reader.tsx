/**
 * Reading values off a chart, by pointing or with the arrow keys. An invisible slider over the picture:
 * assistive technology reads its value when the user moves it and stays silent while training streams.
 */
import { useEffect } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { nearestEpoch, readingReach } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { Readout } from './chart-frame-readout.tsx';
import { lastEpoch } from './series-collect.ts';
import { describeEpoch, describeEvents } from './series-describe.ts';
import { setReadingEpoch, useReadingEpoch } from './series-reading.ts';
import type { ChartChange, Measure, Series } from './series-types.ts';
import styles from './chart-frame.module.css';

interface EpochReaderProps {
  readonly title: string;
  readonly scale: ChartScale;
  readonly series: readonly Series[];
  readonly changes: readonly ChartChange[];
  readonly measure: Measure<string>;
}

const PAGE = 10;

export function EpochReader({ title, scale, series, changes, measure }: EpochReaderProps) {
  const read = useReadingEpoch();
  useEffect(() => () => setReadingEpoch(null), []);
  const latest = lastEpoch(series);
  if (latest < 0) return null;
  const epoch = read !== null && read <= latest ? read : null;
  const events =
    epoch === null ? [] : describeEvents(series, changes, [epoch, readingReach(scale)]);

  const point = (event: PointerEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setReadingEpoch(nearestEpoch(scale, x, latest));
  };
  const press = (event: KeyboardEvent) => {
    const next = epochAfterKey(event.key, epoch, latest);
    if (next === undefined) return;
    event.preventDefault();
    setReadingEpoch(next);
  };
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`Read ${title} at an epoch`}
        aria-valuemin={0}
        aria-valuemax={latest}
        aria-valuenow={epoch ?? 0}
        aria-valuetext={
          epoch === null
            ? 'Arrow keys read the epochs'
            : describeEpoch(series, measure, epoch, events)
        }
        className={styles.reader}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={(event) => {
          if (event.pointerType !== 'touch') setReadingEpoch(null);
        }}
        onBlur={() => setReadingEpoch(null)}
        onKeyDown={press}
      />
      {epoch !== null && <Readout {...{ scale, series, measure, epoch, events }} />}
    </>
  );
}

/** undefined: not a key for reading. From nothing read, arrows begin at the newest epoch. */
function epochAfterKey(
  key: string,
  epoch: number | null,
  latest: number,
): number | null | undefined {
  const by = (steps: number) =>
    epoch === null ? latest : Math.max(0, Math.min(epoch + steps, latest));
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
      return 0;
    case 'End':
      return latest;
    case 'Escape':
      return epoch === null ? undefined : null;
    default:
      return undefined;
  }
}
