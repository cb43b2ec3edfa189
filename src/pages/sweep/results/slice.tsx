/** One axis as a chart: of a grid the row or column through the cell that is looked at. */
import { Suspense, use, useState, useSyncExternalStore } from 'react';
import type { ComponentProps } from 'react';
import {
  axisLabel,
  axisValueText,
  metricWords,
  shortValueText,
} from '../../../plans/sweep-words.ts';
import { inSentence } from '../../../experiment/arm-name.ts';
import { MOST_FOLDS } from '../../../plans/sweep-form.ts';
import { findSweepSetting } from '../../../plans/sweep-settings.ts';
import { scoreOf } from '../../../plans/sweep.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { ShownCell, SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import { fittingSides } from '../../../findings/sweep/fitting-sides.ts';
import type { FittingSide } from '../../../findings/sweep/fitting-sides.ts';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import { lateModule } from '../../../ui/late-module.ts';
import type { SlicePoint } from './slice-point.ts';
import styles from './slice.module.css';

/** Charts come after the page: they are most of its code. */
const lateCharts = lateModule(() => import('./slice-chart.tsx'));

export function Slice({ outcome }: { readonly outcome: SweepOutcome }) {
  const { sweep, cells, choice } = outcome;
  const shownPlace = useSweep((state) => state.shownPlace);
  const [along, setAlong] = useState<'0' | '1'>('0');
  const isGrid = sweep.axes.length === 2;
  const axis = isGrid ? Number(along) : 0;
  const swept = sweep.axes[axis];
  const at = cells.find(({ id }) => id === shownPlace)?.place ?? choice?.best.place ?? [0, 0];
  const row = cells.filter(({ place }) => !isGrid || place[1 - axis] === at[1 - axis]);
  if (!swept) return null;
  const words = metricWords(sweep);
  const attempt = lateCharts.attempt;
  const fixed = isGrid ? sweep.axes[1 - axis] : undefined;
  const fixedValue = fixed?.values[at[1 - axis] ?? 0];
  const axisName = axisLabel(swept.setting);
  const heldAt =
    fixed && fixedValue !== undefined
      ? ` at ${inSentence(axisLabel(fixed.setting))} ${axisValueText(sweep, fixed.setting, fixedValue)}`
      : '';
  const title = `${words.title} by ${inSentence(axisName)}${heldAt}`;
  const isOrdered = findSweepSetting(swept.setting)?.values.kind === 'number';
  return (
    <section className={styles.place} aria-label="Slice">
      <ChartPlace
        attempt={attempt}
        title={title}
        actions={
          isGrid && (
            <div className="not-printed">
              <RadioGroup
                legend="Along"
                options={sweep.axes.map(({ setting }, index) => ({
                  value: index === 0 ? ('0' as const) : ('1' as const),
                  label: axisLabel(setting),
                }))}
                value={along}
                onChange={setAlong}
              />
            </div>
          )
        }
        points={row.map((cell) => pointOf(sweep, cell, axis))}
        format={words.format}
        isShare={words.name === 'accuracy'}
        better={words.better}
        isOrdered={isOrdered}
        axisName={axisName}
        axisNoun={inSentence(axisName)}
        metricName={words.name}
        {...legendOf(sweep)}
        bestLabel={labelOfBest(outcome, row, axis)}
        sides={isOrdered ? sidesOf(sweep, row) : []}
      />
    </section>
  );
}

function ChartPlace({
  attempt,
  ...props
}: ComponentProps<typeof Chart> & { readonly attempt: () => number }) {
  const tries = useSyncExternalStore(lateCharts.subscribe, attempt);
  return (
    <Guarded key={tries} name="The chart" onTryAgain={lateCharts.fetchAnew}>
      <Suspense fallback={<p className={styles.placeholder}>{props.title}</p>}>
        <Chart {...props} />
      </Suspense>
    </Guarded>
  );
}

type ChartProps = ComponentProps<Awaited<ReturnType<typeof lateCharts.read>>['SliceChart']>;

function Chart(props: ChartProps) {
  const { SliceChart } = use(lateCharts.read());
  return <SliceChart {...props} />;
}

function pointOf(sweep: Sweep, cell: ShownCell, axis: number): SlicePoint {
  const { setting } = sweep.axes[axis] ?? { setting: '' };
  const value = cell.values[axis] ?? NaN;
  const { validation, training } = cell;
  return {
    label: shortValueText(sweep, setting, value),
    validation: validation && validation.failed === 0 ? validation.mean : null,
    training: training && training.failed === 0 ? training.mean : null,
    standardError: validation?.failed === 0 ? validation.standardError : null,
    // Left out one by one, rows say how hard each is, and would dwarf the means.
    dots: ((sweep.judging.foldCount ?? 1) > MOST_FOLDS ? [] : cell.results)
      .map((result) => scoreOf(sweep.judging, 'validation', result))
      .filter(Number.isFinite),
  };
}

/** By the figure that cells are judged by, so that a side begins where a cell is worse by more than its error. */
function sidesOf({ judging }: Sweep, row: readonly ShownCell[]): FittingSide[] {
  const sign = judging.metric === 'loss' ? 1 : -1;
  const points = row.map(({ validation, training }) => {
    const isWhole = validation?.failed === 0 && training !== null;
    return {
      trainingLoss: isWhole ? sign * training.mean : NaN,
      validationLoss: isWhole ? sign * validation.mean : NaN,
      standardError: isWhole ? validation.standardError : null,
    };
  });
  const { before, after } = fittingSides(points);
  return [before, after].filter((side) => side !== null);
}

/** What dots and bars are, and why there are none. */
function legendOf({ judging }: Sweep): Pick<ChartProps, 'dots' | 'bars' | 'notes'> {
  const { foldCount, seeds } = judging;
  if (foldCount === null)
    return {
      dots: seeds > 1 ? 'one training each, of one split' : 'one training each',
      bars: null,
      notes: ['a single split has no error bar'],
    };
  const bars = `one standard error of the mean over ${foldCount} folds`;
  if (foldCount > MOST_FOLDS) return { dots: null, bars, notes: [] };
  return { dots: seeds > 1 ? 'every fold and seed' : 'folds', bars, notes: [] };
}

function labelOfBest({ sweep, choice }: SweepOutcome, row: readonly ShownCell[], axis: number) {
  const best = row.find(({ id }) => id === choice?.best.place.join(','));
  const { setting } = sweep.axes[axis] ?? { setting: '' };
  const value = best?.values[axis];
  return value === undefined ? null : shortValueText(sweep, setting, value);
}
