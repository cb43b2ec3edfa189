/** Where an arm is furthest off, on the validation rows: given value, prediction and difference. */
import type { Dataset } from '../../datasets/dataset.ts';
import type { ArmId } from '../../protocol/experiment.ts';
import type { LargestErrorsView, PredictedExample } from '../../protocol/views.ts';
import listStyles from '../example-list.module.css';
import { PicturePlace } from '../picture-place.tsx';
import { useShownDataset } from '../shown-dataset.ts';
import { traitText } from '../trait-text.ts';
import { describeErrors } from './describe-errors.ts';
import styles from './largest-errors.module.css';

export function LargestErrors({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  return (
    <PicturePlace armId={armId} view="largestErrors">
      {(view) => dataset && <Errors dataset={dataset} view={view} />}
    </PicturePlace>
  );
}

interface ErrorsProps {
  readonly dataset: Dataset;
  readonly view: LargestErrorsView;
}

function Errors({ dataset, view: { rows, typical, examples } }: ErrorsProps) {
  const [first] = examples;
  if (!first) return null;
  const facts = { rows, typical, furthest: errorOf(first), shown: examples.length };
  const shown = Math.max(...examples.map(({ traits }) => traits.length));
  return (
    <>
      <p className={styles.sentence}>{describeErrors(facts, dataset.words.examples)}</p>
      <table className={listStyles.rows}>
        <thead>
          <tr>
            <th scope="col">{shown < dataset.featureCount ? 'What stands out' : 'Features'}</th>
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
            <Row key={example.row} dataset={dataset} example={example} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface RowProps {
  readonly dataset: Dataset;
  readonly example: PredictedExample;
}

function Row({ dataset, example }: RowProps) {
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
      <td className={listStyles.share}>{valueText(given)}</td>
      <td className={listStyles.share}>{valueText(predicted)}</td>
      <td className={`${listStyles.share ?? ''} ${styles.error ?? ''}`}>
        {error > 0 && '+'}
        {valueText(error)}
      </td>
    </tr>
  );
}

function errorOf({ given, predicted }: PredictedExample): number {
  return predicted - given;
}

/** Three digits of it, with a minus sign that is as wide as the plus. */
function valueText(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 3 }).replace('-', '−');
}
