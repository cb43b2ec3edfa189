/**
 * The table twin of a chart: every epoch that is shown, not only those drawn, and the figures themselves,
 * also where the lines are smoothed. A long run comes in pieces, so that the page stays responsive.
 */
import { memo, useEffect, useState } from 'react';
import { lastEpoch } from './data/series-collect.ts';
import { figureText } from './draw/series-describe.ts';
import type { PlaceAxis } from './axis/place-axis.ts';
import type { Measure, Series } from './data/series-types.ts';
import { isWithin } from './data/series-window.ts';
import type { AxisWindow } from './data/series-window.ts';
import styles from './chart-frame.module.css';

interface ChartTableProps {
  readonly caption: string;
  readonly series: readonly Series[];
  readonly measure: Measure;
  readonly places: PlaceAxis;
  readonly window: AxisWindow;
}

/** Rows that are added in one frame. */
const PIECE = 100;

export function ChartTable({ caption, series, measure, places, window }: ChartTableProps) {
  const columns = series.toSorted(inTableOrder);
  const epochs = Array.from(
    { length: places.values?.length ?? lastEpoch(series) + 1 },
    (_, epoch) => epoch,
  ).filter((epoch) => series.some(({ pace }) => isWithin(pace, epoch, window)));
  const pieces = Array.from({ length: Math.ceil(epochs.length / PIECE) }, (_, i) => i * PIECE);
  const shown = usePiecewise(pieces.length);
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
            <th scope="col">{places.title}</th>
            {columns.map((one) => (
              <th key={one.id} scope="col" title={one.owner.name}>
                {columnName(one)}
              </th>
            ))}
          </tr>
        </thead>
        {pieces.slice(0, shown).map((start) => (
          <TablePiece
            key={start}
            epochs={epochs.slice(start, start + PIECE)}
            {...{ columns, measure, places }}
          />
        ))}
      </table>
    </section>
  );
}

/** "A validation", "reference A training" */
function columnName({ isReference, owner, kind }: Series): string {
  const words = [isReference ? 'reference' : '', owner.label, kind.name];
  return words.filter((word) => word !== '').join(' ');
}

/** The lines of every owner first, then those against true labels, then the reference. */
function inTableOrder(a: Series, b: Series): number {
  const rank = ({ isReference, kind }: Series) =>
    isReference ? 2 : Number(kind.look === 'dotted');
  return rank(a) - rank(b);
}

/** How many of `count` pieces may be there: one more in each frame. */
function usePiecewise(count: number): number {
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (shown >= count) return undefined;
    const frame = requestAnimationFrame(() => setShown(shown + 1));
    return () => cancelAnimationFrame(frame);
  }, [shown, count]);
  return shown;
}

interface TablePieceProps {
  readonly epochs: readonly number[];
  readonly columns: readonly Series[];
  readonly measure: Measure;
  readonly places: PlaceAxis;
}

const TablePiece = memo(function TablePiece({ epochs, columns, measure, places }: TablePieceProps) {
  return (
    <tbody>
      {epochs.map((epoch) => (
        <tr key={epoch}>
          <th scope="row">{places.rowText(epoch)}</th>
          {columns.map(({ id, values, spread }) => (
            <td key={id}>{figureText(measure, values[epoch] ?? NaN, spread?.[epoch] ?? NaN)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}, samePiece);

/** A finished epoch never changes, so that a growing run draws its last piece alone. */
function samePiece(a: TablePieceProps, b: TablePieceProps): boolean {
  return (
    a.measure === b.measure &&
    a.places === b.places &&
    a.columns.length === b.columns.length &&
    a.epochs.length === b.epochs.length &&
    a.epochs.every((epoch, i) => epoch === b.epochs[i]) &&
    a.columns.every((one, i) => {
      const other = b.columns[i];
      return other !== undefined && sameFigures(one, other, a.epochs);
    })
  );
}

function sameFigures(one: Series, other: Series, epochs: readonly number[]): boolean {
  if (one.id !== other.id || one.owner.name !== other.owner.name) return false;
  return epochs.every(
    (epoch) =>
      Object.is(one.values[epoch], other.values[epoch]) &&
      Object.is(one.spread?.[epoch], other.spread?.[epoch]),
  );
}
