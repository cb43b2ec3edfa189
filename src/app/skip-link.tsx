/** The first stop of the Tab key: past the settings to the button that starts the page's training. */
import type { Page } from './pages.ts';
import styles from './app.module.css';

export function SkipLink({ to: { id, label } }: { readonly to: Page['mainButton'] }) {
  return (
    <a
      className={`${styles.skip ?? ''} not-printed`}
      href={`#${id}`}
      onClick={(event) => {
        // The address names the page and keeps doing so.
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      Skip to {label}
    </a>
  );
}
