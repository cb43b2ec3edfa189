/** Sentences of the verdict as a paragraph, each with its claim in bold. */
import type { Statement } from '../../../findings/statement.ts';

export function Statements({ statements }: { readonly statements: readonly Statement[] }) {
  return (
    <p>
      {statements.map(({ lead, text }) => (
        <span key={lead}>
          <strong>{lead}</strong> {text}{' '}
        </span>
      ))}
    </p>
  );
}
