/** The table twin of a chart: every epoch, not only those drawn. */
import { memo } from 'react';
import { lastEpoch } from './series-collect.ts';
import type { Measure, Series } from './series-types.ts';
import styles from './chart-frame.module.css';

interface ChartTableProps {
  readonly caption: string;
  readonly series: readonly Series[];
  readonly measure: Measure<string>;
}

export function ChartTable({ caption, series, measure }: ChartTableProps) {
  const epochs = Array.from({ length: lastEpoch(series) + 1 }, (_, epoch) => epoch);
  return (
    <section
      aria-label={caption}
      className={styles.tableScroll}
      // A region that scrolls must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Epoch</th>
            {series.map(({ id, arm }) => (
              <th key={id} scope="col" title={arm.name}>
                {id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {epochs.map((epoch) => (
            <EpochRow key={epoch} {...{ epoch, series, measure }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface EpochRowProps {
  readonly epoch: number;
  readonly series: readonly Series[];
  readonly measure: Measure<string>;
}

const EpochRow = memo(function EpochRow({ epoch, series, measure }: EpochRowProps) {
  return (
    <tr>
      <th scope="row">{epoch}</th>
      {series.map(({ id, values }) => (
        <td key={id}>{measure.formatExact(values[epoch] ?? NaN)}</td>
      ))}
    </tr>
  );
}, sameRow);

/** A finished epoch never changes, so that a growing run only adds rows. */
function sameRow(a: EpochRowProps, b: EpochRowProps): boolean {
  return (
    a.measure === b.measure &&
    a.series.length === b.series.length &&
    a.series.every(({ id, values }, i) => {
      const other = b.series[i];
      return id === other?.id && Object.is(values[a.epoch], other.values[b.epoch]);
    })
  );
}
