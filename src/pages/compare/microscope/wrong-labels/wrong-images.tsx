/** Wrongly labelled images in a grid: given and true label, and the arm's answer, below each. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import { InkImage } from '../../../../ui/picture/ink-image.tsx';
import { areLong, className } from '../shared/class-name.ts';
import { verdictOn } from './answered-wrong.ts';
import type { AnsweredWrong } from './answered-wrong.ts';
import styles from './wrong-labels.module.css';

interface WrongImagesProps {
  readonly dataset: Dataset;
  readonly size: NonNullable<Dataset['image']>;
  readonly answered: readonly AnsweredWrong[];
}

export function WrongImages({ dataset, size, answered }: WrongImagesProps) {
  return (
    <div className={styles.images} data-wide={areLong(dataset.classNames)}>
      {/* Where all stand in one row the words stand once. */}
      <div className={styles.legend} aria-hidden="true">
        <span className={styles.told}>given</span>
        <span className={styles.true}>true</span>
        <span className={styles.says}>says</span>
      </div>
      <ul className={styles.examples}>
        {answered.map((one) => (
          <WrongImage key={one.example.row} dataset={dataset} size={size} one={one} />
        ))}
      </ul>
    </div>
  );
}

interface WrongImageProps extends Pick<WrongImagesProps, 'dataset' | 'size'> {
  readonly one: AnsweredWrong;
}

function WrongImage({ dataset, size, one }: WrongImageProps) {
  const { example, answer } = one;
  const isBelieved = answer === example.givenLabel;
  const trueName = className(dataset, example.trueLabel);
  return (
    <li className={styles.example} data-believed={isBelieved}>
      <InkImage
        features={example.features}
        size={size}
        label={`Training image, true ${dataset.words.class} ${trueName}`}
        isRinged={isBelieved}
      />
      <span className={styles.told}>
        <Word>given</Word> {className(dataset, example.givenLabel)}
      </span>
      <span className={styles.true}>
        <Word>true</Word> {trueName}
      </span>
      <span className={styles.says}>
        <Word>says</Word> {answer === null ? '–' : className(dataset, answer)}
        {answer !== null && <span className="visually-hidden">, {verdictOn(one)}</span>}
      </span>
    </li>
  );
}

function Word({ children }: { readonly children: string }) {
  return <span className={styles.word}>{children}</span>;
}
