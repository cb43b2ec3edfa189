/** What is answered on the validation rows, and the wrong answers that are most confident. */
import { MOST_CERTAIN } from '../../protocol/views.ts';
import { classAnswers } from './class-answers.ts';
import { shownExample } from './shown-example.ts';
import type { ViewMaker } from './view-maker.ts';

/** More than a panel shows, so that those of several arms can be compared. */
const MOST_EXAMPLES = 24;

export const mistakesView: ViewMaker<'mistakes'> = {
  needsWeights: false,
  tellsTheEnd: true,
  make: (look) => {
    const { plan, dataset, validationOutputs } = look;
    const trueClasses = Uint8Array.from(plan.data.validation.targets);
    const { answers, certainties } = classAnswers(validationOutputs, dataset.outputs);
    const wrong = [...answers.keys()].filter((row) => answers[row] !== trueClasses[row]);
    wrong.sort((a, b) => (certainties[b] ?? 0) - (certainties[a] ?? 0) || a - b);
    return {
      trueClasses,
      answers,
      certainties: Uint16Array.from(certainties, (share) => Math.floor(MOST_CERTAIN * share)),
      examples: wrong.slice(0, MOST_EXAMPLES).map((row) => shownExample(look, row)),
    };
  },
};
