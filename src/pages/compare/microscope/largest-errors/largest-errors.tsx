/** Where an arm is furthest off, on the validation rows: given value, prediction and difference. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { LargestErrorsView, PredictedExample } from '../../../../protocol/views.ts';
import listStyles from '../shared/example-list.module.css';
import { useExamplesShown } from '../shared/examples-shown.ts';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { decimals } from '../../../../base/text/figure-text.ts';
import type { Format } from '../../../../base/text/figure-text.ts';
import { traitText } from '../shared/trait-text.ts';
import { TraitsNote, traitsTitle } from '../shared/traits-note.tsx';
import { describeErrors } from './describe-errors.ts';
import styles from './largest-errors.module.css';

export function LargestErrors({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  return (
    <PanelPicture armId={armId} view="largestErrors">
      {(view) => dataset && <Errors dataset={dataset} view={view} />}
    </PanelPicture>
  );
}

interface ErrorsProps {
  readonly dataset: Dataset;
  readonly view: LargestErrorsView;
}

function Errors({ dataset, view: { rows, typical, examples: all } }: ErrorsProps) {
  const examples = all.slice(0, useExamplesShown(dataset));
  const [first] = examples;
  if (!first) return null;
  const facts = { rows, typical, furthest: errorOf(first), shown: examples.length };
  const shown = Math.max(...examples.map(({ traits }) => traits.length));
  const format = formatOf(examples);
  return (
    <>
      <p className={styles.sentence}>{describeErrors(facts, dataset)}</p>
      <table className={listStyles.rows}>
        <thead>
          <tr>
            <th scope="col" className={listStyles.widest}>
              {traitsTitle(dataset, shown)}
            </th>
            <th scope="col" className={listStyles.share}>
              Given
            </th>
            <th scope="col" className={listStyles.share}>
              Predicted
            </th>
            <th scope="col" className={listStyles.share}>
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {examples.map((example) => (
            <Row key={example.row} {...{ dataset, example, format }} />
          ))}
        </tbody>
      </table>
      <TraitsNote dataset={dataset} traits={examples.map(({ traits }) => traits)} />
    </>
  );
}

interface RowProps {
  readonly dataset: Dataset;
  readonly example: PredictedExample;
  readonly format: Format;
}

function Row({ dataset, example, format }: RowProps) {
  const { traits, given, predicted } = example;
  const error = errorOf(example);
  return (
    <tr>
      <td>
        {traits.map((trait) => (
          <span key={trait.feature} className={listStyles.trait}>
            {traitText(dataset, trait)}
          </span>
        ))}
      </td>
      <td className={listStyles.share}>{format(given)}</td>
      <td className={listStyles.share}>{format(predicted)}</td>
      <td className={`${listStyles.share ?? ''} ${styles.error ?? ''}`}>
        {error > 0 && '+'}
        {format(error)}
      </td>
    </tr>
  );
}

function errorOf({ given, predicted }: PredictedExample): number {
  return predicted - given;
}

/** Three digits of the largest, and for all as many behind the point, so that columns line up. */
function formatOf(examples: readonly PredictedExample[]): Format {
  const sizes = examples.flatMap(({ given, predicted }) => [given, predicted].map(Math.abs));
  const largest = Math.max(...sizes.filter(Number.isFinite));
  const digits = [1, 10, 100].filter((limit) => largest < limit).length;
  // A minus sign that is as wide as the plus.
  return (value) => decimals(digits)(value).replace('-', '−');
}
