/** Finished sweeps, and finished runs of bias and variance, as History keeps them. Fetched when one has finished. */
import { APP_VERSION } from '../../base/app-version.ts';
import { mean } from '../../base/statistics/summary.ts';
import { countOf } from '../../base/text/count-of.ts';
import { decimals } from '../../base/text/figure-text.ts';
import { sumOf } from '../../client/history/run-sum.ts';
import { findDataset } from '../../datasets/registry.ts';
import { biasVarianceJson } from '../../exports/bias-variance-json.ts';
import { sweepJson } from '../../exports/sweep-json.ts';
import type { PlanOrigin } from '../../exports/without-arrays.ts';
import type { LaneResult } from '../../figures/lane-result.ts';
import type { SweepAxis, SweepCell } from '../../plans/sweep.ts';
import { axisLabel, axisValueText, metricWords } from '../../plans/sweep-words.ts';
import type { BiasVarianceState } from '../bias-variance/bias-variance-store.ts';
import { resultsOf } from '../plan-run/plan-run-state.ts';
import type { SweepState } from '../sweep/sweep-store.ts';
import type { RunDraft } from './run-draft.ts';

export function sweepDraft({ form, prepared, results }: SweepState, backend: string): RunDraft {
  const { sweep, plan } = prepared;
  const { cells } = plan.summarise(resultsOf(prepared, results));
  const words = metricWords(sweep);
  const scored = cells.flatMap((cell) => {
    const score = cell.scores ? mean(cell.scores.map(mean)) : NaN;
    return Number.isFinite(score) ? [{ cell, score }] : [];
  });
  const sign = words.better === 'higher' ? 1 : -1;
  const [best] = scored.toSorted((a, b) => sign * (b.score - a.score));
  return {
    ...draftOf('sweep', form.baseName, sweep.base.data.dataset),
    parts: sweep.axes.map((axis) => axisText(axis, sweep)),
    outcome: best
      ? `Best ${words.name} ${words.format(best.score)} at ${placeText(best.cell, sweep.axes, sweep)}, of ${countOf(cells.length, 'cells')}`
      : '',
    run: sweepJson(form, sweep, cells, [], origin(backend)),
    sum: sumOf([form, cells.map((cell) => cell.results.map(figuresOf))]),
  };
}

export function biasVarianceDraft(
  { form, prepared, results }: BiasVarianceState,
  backend: string,
): RunDraft {
  const { setup, plan } = prepared;
  const summary = plan.summarise(resultsOf(prepared, results));
  const tested = summary.values.flatMap((value) =>
    value.test ? [{ value, error: value.test.error }] : [],
  );
  const [best] = tested.toSorted((a, b) => a.error - b.error);
  return {
    ...draftOf('bias-variance', form.baseName, setup.base.data.dataset),
    parts: [axisText(setup.axis, setup), countOf(setup.sets, 'training sets')],
    outcome: best
      ? `Least test error ${decimals(3)(best.error)} at ${placeText(best.value, [setup.axis], setup)}`
      : '',
    run: biasVarianceJson(form, setup, summary, origin(backend)),
    sum: sumOf([form, summary.values.map((value) => value.results.map(figuresOf))]),
  };
}

function draftOf(page: RunDraft['page'], name: string, dataset: string) {
  const label = findDataset(dataset)?.label ?? 'Unknown data';
  return { page, id: null, name: name.trim() || label, dataset: { id: dataset, label } };
}

type Arms = Parameters<typeof axisValueText>[0];

/** "L2: strength from 0.001 to 1, 5 values" */
function axisText({ setting, values }: SweepAxis, arms: Arms): string {
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return axisLabel(setting);
  const text = (value: typeof first) => axisValueText(arms, setting, value);
  return `${axisLabel(setting)} from ${text(first)} to ${text(last)}, ${countOf(values.length, 'values')}`;
}

/** "L2: strength 0.01, dropout: rate 0.2" */
function placeText({ values }: SweepCell, axes: readonly SweepAxis[], arms: Arms): string {
  return axes
    .map(({ setting }, axis) => {
      const value = values[axis];
      return `${axisLabel(setting)} ${value === undefined ? '' : axisValueText(arms, setting, value)}`;
    })
    .join(', ');
}

/** What it took in time is no part of what came out. */
function figuresOf(result: LaneResult | undefined) {
  return result && [result.end, { ...result.row, trainingMs: 0 }];
}

function origin(backend: string): PlanOrigin {
  return { at: new Date().toISOString(), app: APP_VERSION, backend };
}
