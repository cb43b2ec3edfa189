/** A sweep and its results as the rules of its conclusions read them. */
import { mean } from '../../../base/statistics/summary.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { inSentence } from '../../../experiment/arm-name.ts';
import type { LaneResult } from '../../../figures/lane-result.ts';
import type {
  ConclusionAxis,
  ConclusionCell,
  ConclusionMaterial,
  SealedResult,
} from '../../../findings/sweep/conclusion-material.ts';
import { SWEEP_METRICS } from '../../../findings/sweep/sweep-metrics.ts';
import { restoresEpoch } from '../../../plans/judged-epoch.ts';
import { judgedAxes, seedsRedrawRows } from '../../../plans/sweep.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { ARMS_AXIS, OFF, findSweepSetting } from '../../../plans/sweep-settings.ts';
import { axisLabel, axisValueText } from '../../../plans/sweep-words.ts';
import type { ShownCell, SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import type { CellAnswer } from '../../../store/sweep/ask-cell.ts';

export function conclusionMaterialOf(
  { sweep, cells, all }: SweepOutcome,
  test: CellAnswer | undefined,
): ConclusionMaterial {
  const dataset = findDataset(sweep.base.data.dataset);
  const done = cells.flatMap(({ results }) => results).filter((result) => result !== undefined);
  return {
    axes: conclusionAxes(sweep),
    metric: metricOf(sweep),
    judgement: {
      ...{ foldCount: sweep.judging.foldCount, seeds: sweep.judging.seeds },
      seedsRedrawRows: seedsRedrawRows(sweep),
      at: sweep.judging.at,
      cellsRestoringNone: cells.filter(({ base }) => !restoresEpoch(base)).length,
      rows: {
        training: done[0]?.trainingRows ?? sweep.base.data.trainingExamples,
        validation: done[0]?.validationRows ?? sweep.base.data.validationExamples,
      },
    },
    cells: cells.map(conclusionCell),
    trainings: { done: done.length, all },
    noun: dataset?.words.examples ?? 'examples',
    sealed: sealedResult(sweep, test),
  };
}

function metricOf({ base, judging }: Pick<Sweep, 'base' | 'judging'>) {
  if (judging.metric !== 'loss') return SWEEP_METRICS[judging.metric];
  const isRegression = findDataset(base.data.dataset)?.task === 'regression';
  return isRegression ? SWEEP_METRICS.meanSquaredError : SWEEP_METRICS.loss;
}

function conclusionAxes(sweep: Sweep): ConclusionAxis[] {
  const judged = judgedAxes(sweep);
  return sweep.axes.map(({ setting, values }, axis) => {
    const known = findSweepSetting(setting);
    const ends = known?.values.kind === 'number' ? known.values.setting : null;
    const numbers = values.filter((value) => typeof value === 'number');
    const off = values.indexOf(OFF);
    return {
      label: setting === ARMS_AXIS ? 'arm' : inSentence(axisLabel(setting)),
      values: values.map((value) => axisValueText(sweep, setting, value)),
      simpler: judged[axis]?.simpler ?? 'neither',
      isProblem: known?.isProblem ?? false,
      off: off >= 0 ? off : null,
      canWiden: {
        first: ends !== null && off < 0 && Math.min(...numbers) > ends.min,
        last: ends !== null && Math.max(...numbers) < ends.max,
      },
    };
  });
}

function conclusionCell({ place, scores, refused, failure }: ShownCell): ConclusionCell {
  if (refused !== null) return { place, scores: null, failure: 'cannotRun' };
  if (failure !== null) return { place, scores: null, failure: 'failed' };
  return { place, scores };
}

/** The very networks that were validated, on rows that chose nothing. */
function sealedResult({ judging }: Sweep, test: CellAnswer | undefined): SealedResult | null {
  const tests = (test?.results ?? []).flatMap(({ test: figures }) => (figures ? [figures] : []));
  const [first] = tests;
  if (!test || !first) return null;
  const score = ({ accuracy, loss, targetVariance }: NonNullable<LaneResult['test']>) => {
    if (judging.metric === 'rSquared') return 1 - loss / targetVariance;
    return judging.metric === 'accuracy' ? accuracy : loss;
  };
  return {
    place: test.place.split(',').map(Number),
    score: mean(tests.map(score)),
    rows: first.rows,
    standardError: null,
  };
}
