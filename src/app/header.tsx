/** Name, navigation, and what concerns the whole page. */
import { BackendMenu } from './backend-menu.tsx';
import { PAGES } from './pages.ts';
import type { Page } from './pages.ts';
import { ThemeMenu } from './theme-menu.tsx';
import styles from './header.module.css';

export function Header({ page }: { readonly page: Page }) {
  return (
    <header className={styles.header}>
      <a className={styles.brand} href="#/">
        <Mark />
        Regularization Playground
      </a>
      <nav className={styles.nav} aria-label="Views">
        {PAGES.map(({ id, label, href }) => (
          <a key={id} href={href} aria-current={id === page.id ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <div className={styles.tools}>
        <BackendMenu />
        <ThemeMenu />
      </div>
    </header>
  );
}

/** The L1 ball around the L2 ball. */
function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round">
        <path d="M13 1.5 24.5 13 13 24.5 1.5 13z" />
        <circle cx="13" cy="13" r="5.2" />
      </g>
    </svg>
  );
}
