/** A row a cell, sorted by any column. */
import { useState } from 'react';
import { NONE, percent, threeDigits } from '../../../base/text/figure-text.ts';
import { mean } from '../../../base/statistics/summary.ts';
import { judgedRow } from '../../../plans/judged-epoch.ts';
import type { JudgedEpoch } from '../../../plans/judged-epoch.ts';
import { axisLabel, axisValueText, metricWords } from '../../../plans/sweep-words.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { ShownCell, SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import { focusCellPanel } from './cell-focus.ts';
import { cellText } from './cell-text.ts';
import styles from './cell-table.module.css';

interface Column {
  readonly id: string;
  readonly label: string;
  readonly title?: string;
  readonly value: (cell: ShownCell) => number;
  readonly text: (cell: ShownCell) => string;
}

export function CellTable({ outcome }: { readonly outcome: SweepOutcome }) {
  const { sweep, cells, choice } = outcome;
  const show = useSweep((state) => state.show);
  const shownPlace = useSweep((state) => state.shownPlace);
  const columns = columnsOf(sweep);
  const [order, setOrder] = useState<{ id: string; isUp: boolean } | null>(null);
  const { better } = metricWords(sweep);
  const sorting = order ?? { id: 'validation', isUp: better === 'lower' };
  const column = columns.find(({ id }) => id === sorting.id) ?? columns[0];
  const sorted = [...cells].sort((a, b) => {
    const [x, y] = [column?.value(a) ?? NaN, column?.value(b) ?? NaN];
    // What has no figure comes last, whichever way it is sorted.
    if (Number.isNaN(x) || Number.isNaN(y))
      return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return sorting.isUp ? x - y : y - x;
  });
  const best = choice?.best.place.join(',');
  const simplest = choice?.simplest?.place.join(',');
  return (
    <section className={styles.panel} aria-label="Table of cells">
      <h2>All settings</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map(({ id, label, title }) => {
                const isSorted = id === sorting.id;
                return (
                  <th
                    key={id}
                    scope="col"
                    aria-sort={isSorted ? (sorting.isUp ? 'ascending' : 'descending') : undefined}
                  >
                    <button
                      type="button"
                      title={title}
                      onClick={() => setOrder({ id, isUp: isSorted ? !sorting.isUp : true })}
                    >
                      {label}
                      <span aria-hidden="true">{isSorted ? (sorting.isUp ? ' ↑' : ' ↓') : ''}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sorted.map((cell) => (
              <tr key={cell.id} data-shown={cell.id === shownPlace}>
                {columns.map(({ id, text }, index) =>
                  index === 0 ? (
                    <th key={id} scope="row">
                      <button
                        type="button"
                        data-place={cell.id}
                        aria-label={cellText(sweep, cell, {
                          isBest: cell.id === best,
                          isSimplest: cell.id === simplest,
                        })}
                        onClick={() => {
                          show(cell.id);
                          focusCellPanel();
                        }}
                      >
                        {text(cell)}
                        {cell.id === best && <span title="best"> ○</span>}
                        {cell.id === simplest && (
                          <span title="simplest within one standard error"> □</span>
                        )}
                      </button>
                    </th>
                  ) : (
                    <td key={id}>{text(cell)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function columnsOf(sweep: Sweep): Column[] {
  const { name, format, title } = metricWords(sweep);
  const { at } = sweep.judging;
  return [
    ...sweep.axes.map(({ setting }, axis): Column => ({
      id: `axis${axis}`,
      label: axisLabel(setting),
      value: ({ place }) => place[axis] ?? NaN,
      text: ({ values }) => axisValueText(sweep, setting, values[axis] ?? ''),
    })),
    {
      id: 'validation',
      label: title,
      title: 'Mean over folds; ± its standard error over folds',
      value: ({ validation }) => (validation?.failed === 0 ? validation.mean : NaN),
      text: (cell) => validationText(cell, format),
    },
    {
      id: 'training',
      label: `Training ${name}`,
      value: ({ training }) => training?.mean ?? NaN,
      text: ({ training }) => (training ? format(training.mean) : '–'),
    },
    {
      id: 'zeros',
      label: 'Zero weights',
      title: 'Share of the weights that are exactly 0',
      value: (cell) => zerosOf(at, cell),
      text: (cell) => percent(zerosOf(at, cell)),
    },
    {
      id: 'norm',
      label: '‖w‖',
      title: 'Root of the sum of all squared weights',
      value: (cell) => meanOf(at, cell, 'weightNorm'),
      text: (cell) => threeDigits(meanOf(at, cell, 'weightNorm')),
    },
    {
      id: 'seconds',
      label: 'Seconds',
      title: 'Of all its trainings; those trained together share their time evenly',
      value: ({ results }) => results.reduce((sum, result) => sum + (result?.seconds ?? 0), 0),
      text: ({ results }) =>
        secondsIn(results.reduce((sum, result) => sum + (result?.seconds ?? 0), 0)),
    },
  ];
}

function validationText(cell: ShownCell, format: (value: number) => string): string {
  if (cell.refused !== null) return 'cannot run';
  if (cell.failure !== null) return 'failed';
  if (cell.diverged > 0) return 'diverged';
  if (!cell.validation) return cell.done > 0 ? `${cell.done} of ${cell.results.length}` : '–';
  const { mean: middle, standardError } = cell.validation;
  return standardError === null ? format(middle) : `${format(middle)} ± ${format(standardError)}`;
}

function secondsIn(seconds: number): string {
  if (seconds === 0) return NONE;
  return seconds < 0.01 ? '< 0.01' : seconds.toFixed(2);
}

function zerosOf(at: JudgedEpoch, { results }: ShownCell): number {
  const shares = results.flatMap((result) =>
    result && result.weightCount > 0
      ? [(judgedRow(at, result)?.zeroWeights ?? NaN) / result.weightCount]
      : [],
  );
  return shares.length > 0 ? mean(shares) : NaN;
}

function meanOf(at: JudgedEpoch, { results }: ShownCell, figure: 'weightNorm'): number {
  const values = results.flatMap((result) =>
    result ? [judgedRow(at, result)?.[figure] ?? NaN] : [],
  );
  return values.length > 0 ? mean(values) : NaN;
}
