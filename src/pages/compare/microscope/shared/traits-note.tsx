/** Below a table of examples: which of their features are shown, and what numbers that are codes mean. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { Trait } from '../../../../protocol/views.ts';
import panel from './panel.module.css';

/** Of the column that shows so many features of each. */
export function traitsTitle(dataset: Dataset, shown: number): string {
  return shown < dataset.featureCount ? 'What stands out' : 'Features';
}

interface TraitsNoteProps {
  readonly dataset: Dataset;
  /** Of each example. */
  readonly traits: readonly (readonly Trait[])[];
}

export function TraitsNote({ dataset, traits }: TraitsNoteProps) {
  const shown = Math.max(...traits.map(({ length }) => length));
  const { codes } = dataset;
  const hasCodes = traits
    .flat()
    .some(({ feature }) => codes && dataset.featureNames?.[feature] === codes.feature);
  const sentences = [
    ...(shown < dataset.featureCount
      ? ['What stands out are the features furthest from their mean in training.']
      : []),
    ...(codes && hasCodes ? [codes.meaning] : []),
  ];
  return sentences.length === 0 ? null : <p className={panel.note}>{sentences.join(' ')}</p>;
}
