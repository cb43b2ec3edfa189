/** How often each class is answered where each is true, on the validation rows. */
import { classAnswers } from './class-answers.ts';
import type { ViewMaker } from './view-maker.ts';

export const confusionView: ViewMaker<'confusion'> = {
  needsWeights: false,
  make: ({ plan, dataset: { outputs: classes }, validationOutputs }) => {
    const counts = new Uint32Array(classes * classes);
    const { answers } = classAnswers(validationOutputs, classes);
    answers.forEach((answer, row) => {
      const place = (plan.data.validation.targets[row] ?? NaN) * classes + answer;
      counts[place] = (counts[place] ?? 0) + 1;
    });
    return { classes, counts };
  },
};
