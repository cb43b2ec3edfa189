/** All words that the page explains, in the order of the alphabet. */
import { GLOSSARY } from '../glossary/terms.ts';
import styles from './sheets.module.css';

const IN_ORDER = GLOSSARY.toSorted((a, b) => a.term.localeCompare(b.term, 'en'));

export function GlossarySheet() {
  return (
    <dl className={styles.terms}>
      {IN_ORDER.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
