/** How the verdict was reached, behind a line that opens it. */
import type { MethodPart } from '../../../findings/verdict/describe-method.ts';
import styles from './verdict.module.css';

export function HowJudged({ parts }: { readonly parts: readonly MethodPart[] }) {
  if (parts.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>How this was judged</summary>
      <dl className={styles.method}>
        {parts.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
