/** Wrongly labelled points and rows of tables: a table of given and true label and the arm's answer. */
import { nounFor } from '../../../../base/text/count-of.ts';
import type { Dataset } from '../../../../datasets/dataset.ts';
import { className } from '../shared/class-name.ts';
import listStyles from '../shared/example-list.module.css';
import { verdictOn } from './answered-wrong.ts';
import type { AnsweredWrong } from './answered-wrong.ts';
import styles from './wrong-labels.module.css';

interface WrongRowsProps {
  readonly dataset: Dataset;
  readonly answered: readonly AnsweredWrong[];
}

export function WrongRows({ dataset, answered }: WrongRowsProps) {
  const { words } = dataset;
  return (
    <table className={`${listStyles.rows ?? ''} ${styles.rows ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">{headOf(dataset)}</th>
          <th scope="col">Given {words.class}</th>
          <th scope="col">True {words.class}</th>
          <th scope="col" className={listStyles.widest}>
            Answer
          </th>
        </tr>
      </thead>
      <tbody>
        {answered.map(({ example, answer }) => (
          <tr key={example.row} data-marked={answer === example.givenLabel}>
            <th scope="row" className={listStyles.short}>
              {nameOf(dataset, example)}
            </th>
            <td className={listStyles.short}>{className(dataset, example.givenLabel)}</td>
            <td className={listStyles.short}>{className(dataset, example.trueLabel)}</td>
            <td className={listStyles.says}>
              {answer === null ? '–' : className(dataset, answer)}
              {answer !== null && (
                <span className={answer === example.givenLabel ? undefined : 'visually-hidden'}>
                  , {verdictOn({ example, answer })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Points are named by their coordinates; rows of tables, whose features are standardised by now, by their numbers. */
function headOf(dataset: Dataset): string {
  const one = nounFor(1, dataset.words.examples);
  const name = one.charAt(0).toUpperCase() + one.slice(1);
  const { featureNames, group } = dataset;
  return group === 'plane' && featureNames ? `${name} (${featureNames.join(', ')})` : name;
}

function nameOf({ group }: Dataset, { row, features }: AnsweredWrong['example']): string {
  return group === 'plane' ? Array.from(features, coordinateText).join(', ') : `No. ${row + 1}`;
}

function coordinateText(value: number): string {
  return value.toFixed(2).replace('-', '−');
}
