/**
 * A formula, typeset by KaTeX. KaTeX comes when the first formula is shown; where it does not come
 * (offline before the first visit was whole), the formula stands there as TeX.
 */
import { lazy, Suspense } from 'react';
import type { ComponentType } from 'react';
import styles from './formula.module.css';

interface FormulaProps {
  readonly tex: string;
}

const Typeset = lazy(async (): Promise<{ default: ComponentType<FormulaProps> }> => {
  try {
    const [{ default: katex }] = await Promise.all([
      import('katex'),
      import('katex/dist/katex.min.css'),
    ]);
    return {
      default: ({ tex }) => {
        // MathML comes with it, for screen readers. The TeX is our own: no user writes any.
        const __html = withSpokenBars(
          katex.renderToString(breakAtCommas(tex), { displayMode: true, throwOnError: false }),
        );
        return <div dangerouslySetInnerHTML={{ __html }} />;
      },
    };
  } catch {
    return { default: Source };
  }
});

/** Between equations, and within none: lines are broken at no sign of what is kept together by braces. */
function breakAtCommas(tex: string): string {
  const equations = tex.split(BETWEEN_EQUATIONS);
  return equations.map((equation) => `{${equation}}`).join(`${BETWEEN_EQUATIONS}\\allowbreak `);
}

/** KaTeX writes |w| with the sign for "divides", and some screen readers then say that. */
function withSpokenBars(html: string): string {
  return html.replace(/(<m[io][^>]*>)\u2223(?=<)/g, '$1|');
}

const BETWEEN_EQUATIONS = String.raw`, \quad `;

export function Formula({ tex }: FormulaProps) {
  return (
    <div className={styles.formula} translate="no">
      <Suspense fallback={null}>
        <Typeset tex={tex} />
      </Suspense>
    </div>
  );
}

function Source({ tex }: FormulaProps) {
  return <code className={styles.source}>{tex}</code>;
}
