/** What a part asks, in the words that it has before anything is trained: for paper, and for a class as a whole. */
import { NONE } from '../../base/text/figure-text.ts';
import type { FigureRow } from '../../figures/figures.ts';
import { FIGURES } from '../../figures/figures.ts';
import { planBiasVariance } from '../../plans/bias-variance.ts';
import type { LessonPart, RunPart } from './lesson.ts';
import { askedQuestion } from './question.ts';
import type { AskedQuestion, Question } from './question.ts';
import type { RunFigures } from './run-figures.ts';
import { planOfPart } from './sweep-figures.ts';

/** Figures that a question quotes from the run are blanks. */
export function questionsBefore(part: LessonPart): readonly AskedQuestion[] {
  switch (part.kind) {
    case 'run':
      return asked(part.questions, untrained(part));
    case 'sweep':
      return asked(part.questions, planOfPart(part, 1).summarise(new Map()));
    case 'biasVariance':
      return asked(part.questions, planBiasVariance(part.plan).summarise(new Map()));
    case 'recorded':
      return asked(part.questions, []);
    case 'descent':
      return asked(part.questions, []);
    case 'decayPaths':
      return asked(part.questions, []);
    case 'scaling':
      return asked(part.questions, null);
    case 'twoWeights':
      return asked(part.questions, null);
  }
}

function asked<Material>(
  questions: readonly Question<Material>[],
  material: Material,
): readonly AskedQuestion[] {
  return questions.map((question) => {
    const { id, ask, form } = askedQuestion(question, material);
    if (form.kind !== 'choice') return { id, ask: withBlanks(ask), form };
    const options = form.options.map((one) => ({ ...one, label: withBlanks(one.label) }));
    return { id, ask: withBlanks(ask), form: { ...form, options } };
  });
}

/** Where a figure would stand, "–" does. */
function withBlanks(words: string): string {
  return words.replaceAll(new RegExp(`(?<=\\s)${NONE}(?=[\\s,.;]|$)`, 'g'), '____');
}

/** A run of which no figure is known. */
function untrained({ experiment }: RunPart): RunFigures {
  const nothing = Object.fromEntries(FIGURES.map((figure) => [figure, NaN])) as FigureRow;
  return experiment.arms.map(({ id }) => ({
    ...{ armId: id, rows: [nothing], end: nothing, wrongLabels: NaN, allTrainingAccuracy: null },
    ...{ stoppedAt: null, restored: null, diverged: false, pictures: {} },
  }));
}
