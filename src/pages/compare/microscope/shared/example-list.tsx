/** Validation examples and what was answered: images in a grid, anything else in a table. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { ShownExample } from '../../../../protocol/views.ts';
import { InkImage } from '../../../../ui/picture/ink-image.tsx';
import { areLong, className } from './class-name.ts';
import styles from './example-list.module.css';
import { traitText } from './trait-text.ts';
import { TraitsNote, traitsTitle } from './traits-note.tsx';

export interface AnsweredExample {
  readonly example: ShownExample;
  /** "8" */
  readonly answer: string;
  /** "98 %" */
  readonly certainty?: string;
  /** In the arm's colour; the words below say why. */
  readonly isMarked?: boolean;
}

interface ExampleListProps {
  readonly dataset: Dataset;
  readonly answered: readonly AnsweredExample[];
}

export function ExampleList({ dataset, answered }: ExampleListProps) {
  if (answered.length === 0) return null;
  return dataset.image ? (
    <Images size={dataset.image} dataset={dataset} answered={answered} />
  ) : (
    <Rows dataset={dataset} answered={answered} />
  );
}

type Size = NonNullable<Dataset['image']>;

function Images({ size, dataset, answered }: ExampleListProps & { readonly size: Size }) {
  const words = [...dataset.classNames, ...answered.map(({ answer }) => answer)];
  return (
    <ul
      className={styles.images}
      data-wide={areLong(words)}
      data-single={answered.every(({ certainty }) => certainty !== undefined)}
    >
      {answered.map(({ example, answer, certainty, isMarked = false }) => {
        const trueName = className(dataset, example.trueClass);
        return (
          <li key={example.row} className={styles.image} data-marked={isMarked}>
            <InkImage
              features={example.ink ?? []}
              fullInk={255}
              size={size}
              label={`Validation image, true ${dataset.words.class} ${trueName}`}
              isRinged={isMarked}
            />
            <span className={styles.told}>true {trueName}</span>
            <span className={styles.says}>says {answer}</span>
            {certainty !== undefined && <span className={styles.certainty}>{certainty}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Rows({ dataset, answered }: ExampleListProps) {
  const { words } = dataset;
  const hasCertainty = answered.some(({ certainty }) => certainty !== undefined);
  const shown = Math.max(...answered.map(({ example }) => example.traits.length));
  return (
    <>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col" className={hasCertainty ? styles.widest : undefined}>
              {traitsTitle(dataset, shown)}
            </th>
            <th scope="col">True {words.class}</th>
            <th scope="col">Answer</th>
            {hasCertainty && (
              <th scope="col" className={styles.share}>
                Sure
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {answered.map(({ example, answer, certainty, isMarked = false }) => (
            <tr key={example.row} data-marked={isMarked}>
              <td>
                {example.traits.map((trait) => (
                  <span key={trait.feature} className={styles.trait}>
                    {traitText(dataset, trait)}
                  </span>
                ))}
              </td>
              <td className={styles.short}>{className(dataset, example.trueClass)}</td>
              <td className={`${styles.says ?? ''} ${hasCertainty ? (styles.short ?? '') : ''}`}>
                {answer}
              </td>
              {hasCertainty && <td className={styles.share}>{certainty}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <TraitsNote dataset={dataset} traits={answered.map(({ example }) => example.traits)} />
    </>
  );
}
