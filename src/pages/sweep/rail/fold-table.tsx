/** The picture of folds as a table, for whoever does not see it: how many rows of each class validate in each. */
import { withCommas } from '../../../base/text/with-commas.ts';
import { findDataset } from '../../../datasets/registry.ts';
import type { RowParts } from '../../../engine/batches/row-parts.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { countParts } from './row-blocks.ts';

/** With more folds, every row is one: their columns would say nothing. */
const MOST_COLUMNS = 10;

export function FoldTable({ sweep, parts }: { readonly sweep: Sweep; readonly parts: RowParts }) {
  const { foldCount } = sweep.judging;
  const dataset = findDataset(sweep.base.data.dataset);
  const folds = foldCount ?? 1;
  const isWide = folds > MOST_COLUMNS;
  const classes = [...new Set(parts.classes ?? [])].sort((a, b) => a - b);
  const labels = classes.length > 0 ? classes : [null];
  return (
    <div className="visually-hidden">
      <table>
        <caption>
          {foldCount === null
            ? 'Rows that train and rows that validate'
            : `Rows that validate in each of ${withCommas(folds)} folds`}
          {parts.sealedTestRows > 0 &&
            `; ${withCommas(parts.sealedTestRows)} more are the sealed test`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{dataset?.words.class ?? 'Rows'}</th>
            {foldCount === null || isWide ? (
              <th scope="col">{isWide ? 'Validate, each alone in a fold' : 'Validate'}</th>
            ) : (
              Array.from({ length: folds }, (_, fold) => (
                <th key={fold} scope="col">
                  Fold {fold + 1}
                </th>
              ))
            )}
            <th scope="col">{foldCount === null ? 'Train' : 'Train in every fold'}</th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label) => {
            const { byFold, trainsAlways } = countParts(parts, label, folds);
            const shown = isWide ? [byFold.reduce((sum, count) => sum + count, 0)] : byFold;
            return (
              <tr key={label ?? 'all'}>
                <th scope="row">
                  {label === null ? 'All' : (dataset?.classNames[label] ?? label)}
                </th>
                {shown.map((count, fold) => (
                  <td key={fold}>{withCommas(count)}</td>
                ))}
                <td>{withCommas(trainsAlways)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
