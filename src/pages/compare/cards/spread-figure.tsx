/** A figure of the card's table: over repeats a mean with its spread, which have a line each where room is short. */
import type { Format } from '../../../base/text/figure-text.ts';
import { spreadParts } from '../../../base/text/spread-text.ts';
import styles from './arm-card.module.css';

interface SpreadFigureProps {
  /** One a repeat. */
  readonly values: readonly number[];
  readonly format: Format;
  /** After them: "at 9–14". */
  readonly where?: string;
}

export function SpreadFigure({ values, format, where = '' }: SpreadFigureProps) {
  const { figure, spread } = spreadParts(values, format);
  return (
    <>
      <span className={styles.piece}>{figure}</span>
      {spread !== '' && <Piece text={spread} />}
      {where !== '' && <Piece text={where} />}
    </>
  );
}

function Piece({ text }: { readonly text: string }) {
  return (
    <>
      {' '}
      <span className={`${styles.piece ?? ''} ${styles.lesser ?? ''}`}>{text}</span>
    </>
  );
}
