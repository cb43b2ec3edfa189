/** Lesson 13: which regularizer? Folds tell what can be told, and the test set is opened once. */
import type { Lesson } from '../../lesson/lesson.ts';
import { images, text } from './candidates.ts';
import { sealed } from './sealed-test.ts';
import { size } from './sizes.ts';

export const chooseByEvidence: Lesson = {
  ...{ id: 'choose-by-evidence', title: 'Which one? Choose by evidence', minutes: 6 },
  question: 'Dropout for images, L2 for text? Let five folds decide.',
  parts: [images, text, size, sealed],
  teacher: {
    ask: 'Who has heard a rule for which regularizer to use? What was it based on?',
    misconception:
      'There is a right regularizer for each kind of data, and the validation figure of the winner is what to expect of it.',
    answer:
      'Which one wins depends on data, network and strength, and often the difference is too small to show. Whatever was picked because it was best has had some luck, so its figure flatters; a test set that was not looked at gives a fair one.',
    otherwise:
      'On the digits dropout was ahead in each of thirty seeds, by 2 points on average, but five folds of one seed could show it in 5 of them only. On the emails sometimes one was ahead, sometimes the other. Ask how many folds or seeds it takes to see 2 points.',
  },
};
