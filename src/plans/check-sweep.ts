/** What keeps a sweep, or some cells of it, from running, in plain sentences. */
import { withCommas } from '../base/text/with-commas.ts';
import { experimentProblems } from '../experiment/experiment-problems.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Problem } from '../settings/settings.ts';
import { cellsOf, trainingsPerCell } from './sweep.ts';
import type { Sweep, SweepCell } from './sweep.ts';
import { axisProblem } from './sweep-axis.ts';
import { MOST_FOLDS, MOST_SEEDS, countRestoring, rowsDivided, sweepOf } from './sweep-form.ts';
import type { SweepForm } from './sweep-form.ts';

const MOST_CELLS = 400;
/** More results than this page keeps at hand. */
const MOST_TRAININGS = 20_000;
const TRAINING_SIZE = 'data.trainingExamples';
/** Leave-one-out trains once for every row. */
const MOST_ROWS_LEFT_OUT = 600;

/** What keeps the whole sweep from running. Empty: it can run, except perhaps for single cells (`cellProblem`). */
export function checkSweep(form: SweepForm): Problem[] {
  const axes = form.axes.flatMap((axis, index) => problem(`axes.${index}`, axisProblem(axis)));
  if (axes.length > 0) return axes;
  const [first, second] = form.axes;
  if (first && second && first.setting === second.setting)
    return problem('axes.1', 'Both axes vary the same setting; choose another for one of them.');
  const judging = checkJudging(form);
  if (judging.length > 0) return judging;
  if (form.judging.at === 'restored' && countRestoring(form) === 0)
    return problem(
      'judging.at',
      'Nothing goes back to an earlier epoch here: judge at the end or at the best epoch, or add early stopping.',
    );
  const sweep = sweepOf(form);
  const cells = cellsOf(sweep);
  if (cells.length > MOST_CELLS)
    return problem(
      'axes',
      `${withCommas(cells.length)} cells are more than the ${MOST_CELLS} that can be shown. Choose fewer values.`,
    );
  const trainings = cells.length * trainingsPerCell(sweep.judging);
  if (trainings > MOST_TRAININGS)
    return problem(
      'axes',
      `${withCommas(trainings)} trainings are more than the ${withCommas(MOST_TRAININGS)} that this page keeps. Choose fewer values, folds or seeds.`,
    );
  return cells.every((cell) => cellProblem(sweep, cell) !== null) ? everyCell(sweep, cells) : [];
}

/** The parts of a sweep that decide whether a cell can be trained. */
interface Judged extends Pick<Sweep, 'seed'> {
  readonly judging: Pick<Sweep['judging'], 'foldCount'>;
}

/** Why this cell cannot be trained; null: it can. The others are no reason not to. */
export function cellProblem(sweep: Judged, cell: Pick<SweepCell, 'base'>): string | null {
  const experiment = experimentOfCell(sweep, cell);
  const [first] = experimentProblems(experiment);
  return first?.message ?? null;
}

/** The cell as an experiment of one arm. */
function experimentOfCell(
  { seed, judging }: Judged,
  { base }: Pick<SweepCell, 'base'>,
): Experiment {
  const { foldCount } = judging;
  return {
    version: 1,
    data: base.data,
    network: base.network,
    training: { ...base.training, seed, replicates: 1 },
    arms: [{ id: 'A', name: null, regularizers: base.regularizers }],
    ...(foldCount !== null && { foldCount }),
  };
}

function everyCell(sweep: Sweep, [cell]: readonly SweepCell[]): Problem[] {
  return problem('base', cell ? cellProblem(sweep, cell) : null);
}

function checkJudging({ base, axes, judging }: SweepForm): Problem[] {
  const { folds, seeds } = judging;
  if (!Number.isInteger(seeds) || seeds < 1 || seeds > MOST_SEEDS)
    return problem('judging.seeds', `Choose from 1 to ${MOST_SEEDS} seeds.`);
  if (folds === null) return [];
  if (axes.some(({ setting }) => setting === TRAINING_SIZE))
    return problem(
      'judging.folds',
      `Training examples cannot be varied with folds, in which the ${withCommas(base.data.validationExamples)} validation examples train too. Choose one split, with several seeds.`,
    );
  if (folds === 'leaveOneOut') {
    const rows = rowsDivided(base);
    return rows <= MOST_ROWS_LEFT_OUT
      ? []
      : problem(
          'judging.folds',
          `Leave-one-out trains once for each of ${withCommas(rows)} examples; it is for tables of up to ${MOST_ROWS_LEFT_OUT}. Choose up to ${MOST_FOLDS} folds.`,
        );
  }
  return Number.isInteger(folds) && folds >= 2 && folds <= MOST_FOLDS
    ? []
    : problem('judging.folds', `Choose from 2 to ${MOST_FOLDS} folds.`);
}

function problem(path: string, message: string | null): Problem[] {
  return message === null ? [] : [{ path, message }];
}
