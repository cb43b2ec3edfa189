/** The page of a view that is not built yet: one sentence and the way back. */
import type { Page } from './pages.ts';
import styles from './app.module.css';

export function ComingPage({ page }: { readonly page: Page }) {
  return (
    <main className={styles.coming}>
      <h1>{page.label}</h1>
      <p>{page.coming} It is not built yet.</p>
      <p>
        <a href="#/">Back to Compare</a>
      </p>
    </main>
  );
}
