/** A confusion matrix in a sentence. */
import { countOf } from '../../../../base/text/count-of.ts';
import type { Dataset } from '../../../../datasets/dataset.ts';
import { count } from '../../../../base/text/figure-text.ts';
import { classNameInSentence } from '../shared/class-name.ts';
import { mixups } from './confusion-rows.ts';
import type { ConfusionRow } from './confusion-rows.ts';

export function describeConfusion(
  rows: readonly ConfusionRow[],
  dataset: Pick<Dataset, 'classNames' | 'words'>,
): string {
  const all = rows.reduce((sum, { total }) => sum + total, 0);
  const found = mixups(rows);
  const [first, second] = found;
  const { examples } = dataset.words;
  const allText = countOf(all, `validation ${examples}`);
  if (!first) return all === 1 ? `The ${allText} is right.` : `All ${allText} are right.`;
  const wrong = found.reduce((sum, mixup) => sum + mixup.count, 0);
  const name = (label: number) => classNameInSentence(dataset, label);
  const how =
    second?.count === first.count
      ? 'Among the most frequent confusions: it says'
      : 'Most often it says';
  return `${count(wrong)} of ${allText} ${wrong === 1 ? 'is' : 'are'} wrong. ${how} ${name(first.answer)} where ${name(first.trueClass)} is true: ${count(first.count)}\u00a0of\u00a0${count(first.total)}.`;
}
