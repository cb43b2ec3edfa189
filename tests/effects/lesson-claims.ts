/** How often the claims of a lesson hold, over the seeds that they name. */
import { readFileSync } from 'node:fs';
import { readRunRecord } from '../../src/client/read-run-record.ts';
import { historyOf } from '../../src/client/recorded-history.ts';
import type { LessonPart, RunPart } from '../../src/lessons/lesson/lesson.ts';
import type { Evidence } from '../../src/lessons/lesson/evidence.ts';
import type { HappenedAnswer } from '../../src/lessons/lesson/question.ts';
import { planOfPart } from '../../src/lessons/lesson/sweep-figures.ts';
import { runFiguresOf } from '../../src/lessons/lesson/run-figures.ts';
import type { RunFigures } from '../../src/lessons/lesson/run-figures.ts';
import { planBiasVariance } from '../../src/plans/bias-variance.ts';
import { planScaling } from '../../src/plans/dropout-scaling.ts';
import type { LaneResult } from '../../src/figures/lane-result.ts';
import { answerDecay } from '../../src/trainer/laboratory-job/answer-decay.ts';
import { startReference } from '../kernels/wasm-in-node.ts';
import type { EffectsAnswer } from './effects.ts';
import { gathered, solveDescent } from './solve-descent.ts';
import type { Training } from './train-effects.ts';

export interface LessonFindings {
  /** In how many runs a claim held, by its name. */
  readonly held: Readonly<Record<string, number>>;
  /** What the text could quote of each run. */
  readonly facts: readonly Readonly<Record<string, string>>[];
  /** For each run what each question has for an answer, by its id. */
  readonly answers: readonly Readonly<Record<string, HappenedAnswer>>[];
}

export async function examineLesson(part: LessonPart, training: Training): Promise<LessonFindings> {
  switch (part.kind) {
    case 'run':
      return examineRuns(part, async (seed) => {
        const wishes = { curveEvery: 1, look: part.views ?? null };
        return figuresOf(part, await training.train(part.experiment, seed, wishes));
      });
    case 'recorded':
      return examineRuns(part, async () => recordedFigures(part.file));
    case 'sweep':
      return examineRuns(part, (seed) => training.trainPlan(planOfPart(part, seed)));
    case 'biasVariance':
      return examineRuns(part, (seed) =>
        training.trainPlan(planBiasVariance({ ...part.plan, seed })),
      );
    case 'scaling':
      return examineRuns(part, (seed) =>
        training.trainPlan(planScaling({ rate: part.rate, seed })),
      );
    case 'descent':
      return examineRuns(part, (seed) => solveDescent({ ...part.settings, seed }));
    case 'decayPaths':
      return examineRuns(part, () => gathered(answerDecay(part.settings, startReference())));
    case 'twoWeights':
      return examineRuns(part, async () => null);
  }
}

async function examineRuns<Material>(
  { claims, facts, questions }: Evidence<Material>,
  materialOf: (seed: number) => Promise<Material>,
): Promise<LessonFindings> {
  const seeds = Math.max(1, ...Object.values(claims).map(({ of }) => of));
  const materials = await Promise.all(Array.from({ length: seeds }, (_, i) => materialOf(i + 1)));
  return {
    held: Object.fromEntries(
      Object.entries(claims).map(([name, { holds, of }]) => [
        name,
        materials.slice(0, of).filter((material) => holds(material)).length,
      ]),
    ),
    facts: materials.map((material) => facts(material)),
    answers: materials.map((material) =>
      Object.fromEntries(questions.map(({ id, happened }) => [id, happened(material)])),
    ),
  };
}

function figuresOf({ experiment }: RunPart, { results, pictures }: EffectsAnswer): RunFigures {
  return experiment.arms.map(({ id }, lane) => {
    const result = results[lane];
    if (!result) throw new RangeError(`Arm ${id} was not trained.`);
    return { armId: id, ...armFigures(result), pictures: pictures[lane] ?? {} };
  });
}

function armFigures({ curve, row, end, wrongLabels }: LaneResult) {
  return {
    ...{ rows: curve, end: row, wrongLabels, allTrainingAccuracy: null },
    stoppedAt: end.kind === 'stoppedEarly' ? end.epoch : null,
    restored: end.restoredEpoch,
    diverged: end.kind === 'diverged',
  };
}

/** Of the record that the site has. */
function recordedFigures(file: string): RunFigures {
  const path = new URL(`../../public/lessons/${file}`, import.meta.url);
  const { record, problem } = readRunRecord(JSON.parse(readFileSync(path, 'utf8')));
  if (!record) throw new Error(`${file}: ${problem.message}`);
  return runFiguresOf(historyOf(record));
}
