/** What the figures come to, in sentences. */
import type { Statement } from '../../../../findings/statement.ts';
import styles from './laboratory.module.css';

export function Findings({ statements }: { readonly statements: readonly Statement[] }) {
  return (
    <div className={styles.panel}>
      {statements.map(({ lead, text }) => (
        <p key={lead} className={styles.finding}>
          <strong>{lead}</strong> {text}
        </p>
      ))}
    </div>
  );
}
