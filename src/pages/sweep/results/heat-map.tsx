/**
 * Two axes as a grid of cells, shaded from worst to best, each with its mean. Arrow keys go from cell to cell;
 * what a cell says by colour it says in words too.
 */
import { useRef } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { PERCENT_SIGN } from '../../../base/text/percent-sign.ts';
import {
  axisLabel,
  axisValueText,
  metricWords,
  shortValueText,
} from '../../../plans/sweep-words.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { ShownCell, SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import { SavePicture } from '../../../ui/picture-file/save-picture.tsx';
import { cellText } from './cell-text.ts';
import { shadeScale } from './shade-scale.ts';
import styles from './heat-map.module.css';

/** From here on column heads are turned. */
const MANY_COLUMNS = 10;
/** A longer word is broken. */
const MOST_LETTERS = 12;

export function HeatMap({ outcome }: { readonly outcome: SweepOutcome }) {
  const { sweep, cells, choice } = outcome;
  const shownPlace = useSweep((state) => state.shownPlace);
  const show = useSweep((state) => state.show);
  const section = useRef<HTMLElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [across, down] = sweep.axes;
  if (!across || !down) return null;
  const words = metricWords(sweep);
  const unit = words.name === 'accuracy' ? ' in %' : '';
  const title = `${words.title}${unit}, mean of ${trainingsText(outcome)}`;
  const shade = shadeScale(cells, words.better);
  const best = choice?.best.place.join(',');
  const simplest = choice?.simplest?.place.join(',');
  const focusable = shownPlace ?? best ?? '0,0';
  const move = (event: KeyboardEvent, cell: ShownCell) => {
    if (event.key === 'Escape' && shownPlace !== null) {
      event.preventDefault();
      show(null);
      return;
    }
    const next = nextPlace(event.key, cell.place, [across.values.length, down.values.length]);
    if (!next) return;
    event.preventDefault();
    show(next);
    grid.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
  };
  return (
    <section ref={section} className={styles.panel} aria-label="Grid">
      <div className={styles.heading}>
        <h2 data-left-out>{title}</h2>
        <p className={styles.legend}>
          <span className={styles.ramp} aria-hidden="true" /> stronger colour is better
          {best !== undefined && <>; ○ best</>}
          {simplest !== undefined && <>, □ simplest within one standard error</>}
        </p>
        <SavePicture title={title} picture={section} />
      </div>
      <div className={styles.scroll}>
        <table
          ref={grid}
          data-drawn
          aria-label={`${words.title} by cell`}
          className={styles.grid}
          data-many={across.values.length > MANY_COLUMNS}
          style={columnStyle(sweep, across)}
        >
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {axisLabel(down.setting)}
              </th>
              {across.values.map((value) => (
                <th key={value} scope="col" title={axisValueText(sweep, across.setting, value)}>
                  <span>{shortValueText(sweep, across.setting, value)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {down.values.map((value, row) => (
              <tr key={value}>
                <th scope="row" title={axisValueText(sweep, down.setting, value)}>
                  {shortValueText(sweep, down.setting, value)}
                </th>
                {across.values.map((_, column) => {
                  const cell = cells.find(({ id }) => id === `${column},${row}`);
                  if (!cell) return null;
                  const marks = { isBest: cell.id === best, isSimplest: cell.id === simplest };
                  return (
                    <td key={cell.id}>
                      <button
                        type="button"
                        data-drawn
                        data-place={cell.id}
                        data-state={stateOf(cell)}
                        aria-pressed={cell.id === shownPlace}
                        aria-label={cellText(sweep, cell, marks)}
                        title={cellText(sweep, cell, marks)}
                        tabIndex={cell.id === focusable ? 0 : -1}
                        style={shadeStyle(shade(cell))}
                        onClick={() => show(cell.id === shownPlace ? null : cell.id)}
                        onKeyDown={(event) => move(event, cell)}
                      >
                        {marks.isBest && <Mark shape="ring" />}
                        {marks.isSimplest && <Mark shape="square" />}
                        {figureOf(cell, words.format)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.axis}>{axisLabel(across.setting)}</p>
    </section>
  );
}

function Mark({ shape }: { readonly shape: 'ring' | 'square' }) {
  return (
    <svg className={styles.mark} data-shape={shape} viewBox="0 0 14 14" aria-hidden="true">
      {shape === 'ring' ? (
        <circle cx="7" cy="7" r="5.5" />
      ) : (
        <rect x="2" y="2" width="10" height="10" />
      )}
    </svg>
  );
}

function trainingsText({ sweep }: Pick<SweepOutcome, 'sweep'>): string {
  const { foldCount, seeds } = sweep.judging;
  const count = (foldCount ?? 1) * seeds;
  return count === 1 ? 'one training' : `${count} trainings`;
}

function stateOf(cell: ShownCell): 'refused' | 'failed' | 'whole' | 'waiting' {
  if (cell.refused !== null) return 'refused';
  if (cell.failure !== null || cell.diverged > 0) return 'failed';
  return cell.validation ? 'whole' : 'waiting';
}

function figureOf(cell: ShownCell, format: (value: number) => string): string {
  if (cell.refused !== null) return '✕';
  if (cell.failure !== null || cell.diverged > 0) return '!';
  return cell.validation ? format(cell.validation.mean).replace(PERCENT_SIGN, '') : '';
}

type Columns = CSSProperties & Record<'--columns' | '--letters', number>;

/** How many columns, and the longest word over them; of many the words stand upright. */
function columnStyle(sweep: Sweep, { setting, values }: Sweep['axes'][number]): Columns {
  const words = values.flatMap((value) => shortValueText(sweep, setting, value).split(/[\s/]/));
  const longest = Math.min(MOST_LETTERS, Math.max(...words.map((word) => word.length)));
  return {
    '--columns': values.length,
    '--letters': values.length > MANY_COLUMNS ? 0 : longest,
  };
}

type Shade = CSSProperties & Record<'--share', string>;

function shadeStyle(share: number | null): Shade | undefined {
  return share === null ? undefined : { '--share': share.toFixed(3) };
}

/** Where a key leads on a grid of so many columns and rows; null for other keys. */
function nextPlace(
  key: string,
  [column = 0, row = 0]: readonly number[],
  [columns, rows]: readonly [number, number],
): string | null {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowRight: [column + 1, row],
    ArrowLeft: [column - 1, row],
    ArrowDown: [column, row + 1],
    ArrowUp: [column, row - 1],
    Home: [0, row],
    End: [columns - 1, row],
  };
  const step = steps[key];
  if (!step) return null;
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return `${within(step[0], columns)},${within(step[1], rows)}`;
}
